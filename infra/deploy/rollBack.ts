import { perform } from './deploy.ts'
import { inParallel } from './inParallel.ts'
import type { Place } from './makeLive.ts'
import { type BucketState, planRelease } from './plan.ts'
import { keptUntil } from './pruning.ts'
import { type Build, type SiteFile, siteFile } from './readBuild.ts'
import { callsAtOnce, readHeld, readOverview } from './readState.ts'
import { Refusal } from '../Refusal.ts'
import { copyKey, type Release } from './releases.ts'
import type { Site } from './site.ts'

/**
 * Makes an earlier release live again: its assets are still there, and its other files, the config
 * among them, are put back from their copies. Nothing is pruned: whoever rolls back is in a hurry,
 * and may want to return.
 *
 * @throws Refusal before anything is written, when the release is not known or not whole any more;
 *   Stopped when a call fails on the way.
 */
export async function rollBack(id: string, place: Place): Promise<void> {
  const { site } = place
  const overview = await readOverview(site)
  const target = overview.releases.find((release) => release.id === id)
  if (!target) {
    throw new Refusal(`There is no release ${id}. See --releases for those there are.`)
  }
  const state = { ...overview, held: await readHeld(site, overview, target) }
  refuseIncomplete(target, state)
  const content = await readCopies(target, site)
  // They are there with the right bytes, and nobody has them to put them again.
  const plan = { ...planRelease(target, state), assets: [] }
  await perform({ target, content, plan, prune: [] }, state, place)
}

function refuseIncomplete(target: Release, { held }: BucketState): void {
  const wanted = [
    ...Object.entries(target.assets),
    ...Object.values(target.files).map((sha256) => [copyKey(sha256), sha256] as const),
  ]
  const missing = wanted
    .filter(([key, sha256]) => held.get(key)?.sha256 !== sha256)
    .map(([key]) => key)
  if (missing.length === 0) return
  throw new Refusal(
    `Release ${target.id} cannot come back: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''} is gone. It was kept until ${keptUntil(target).toISOString().slice(0, 10)}; build that version again and deploy it.`,
  )
}

async function readCopies({ files }: Release, site: Site): Promise<Build> {
  const content = new Map<string, SiteFile>()
  await inParallel(Object.entries(files), callsAtOnce, async ([path, sha256]) => {
    const file = siteFile(path, await site.read(copyKey(sha256)))
    if (file.sha256 !== sha256) throw new Refusal(`The copy of ${path} is damaged.`)
    content.set(path, file)
  })
  return content
}
