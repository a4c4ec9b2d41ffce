import { UsageError } from '../UsageError.ts'
import { executePlan } from './deploy.ts'
import { inParallel } from './inParallel.ts'
import { type BucketState, keptUntil, planRelease } from './plan.ts'
import type { DeployContext } from './publish.ts'
import { type Build, type SiteFile, siteFile } from './readBuild.ts'
import { callsAtOnce, readObjects, readOverview } from './readState.ts'
import { copyKey, type Release } from './releases.ts'
import type { SiteBucket } from './siteBucket.ts'

/**
 * Publishes an earlier release again: its assets are still stored, and its other files, with the config,
 * are restored from their copies. Prunes nothing, so that the operator can return to the newer release.
 *
 * @throws UsageError before anything is written, if the release is unknown or no longer complete;
 *   DeployInterrupted when a call fails later.
 */
export async function rollBack(id: string, context: DeployContext): Promise<void> {
  const { site } = context
  const overview = await readOverview(site)
  const target = overview.releases.find((release) => release.id === id)
  if (!target) {
    throw new UsageError(`There is no release ${id}. Run with --releases for a list.`)
  }
  const state = { ...overview, objects: await readObjects(site, overview, target) }
  refuseIncomplete(target, state)
  const content = await readCopies(target, site)
  // The assets are stored with the right content, and there is no local copy to upload.
  const plan = { ...planRelease(target, state), assets: [] }
  await executePlan({ target, content, plan, prune: [] }, state, context)
}

function refuseIncomplete(target: Release, { objects }: BucketState): void {
  const wanted = [
    ...Object.entries(target.assets),
    ...Object.values(target.files).map((sha256) => [copyKey(sha256), sha256] as const),
  ]
  const missing = wanted
    .filter(([key, sha256]) => objects.get(key)?.sha256 !== sha256)
    .map(([key]) => key)
  if (missing.length === 0) return
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ''
  const date = keptUntil(target).toISOString().slice(0, 10)
  throw new UsageError(
    `Release ${target.id} cannot be restored: ${missing.slice(0, 3).join(', ')}${more} is missing. It was kept until ${date}; build that version again and deploy it.`,
  )
}

async function readCopies({ files }: Release, site: SiteBucket): Promise<Build> {
  const content = new Map<string, SiteFile>()
  await inParallel(Object.entries(files), callsAtOnce, async ([path, sha256]) => {
    const file = siteFile(path, await site.read(copyKey(sha256)))
    if (file.sha256 !== sha256) throw new UsageError(`The copy of ${path} is damaged.`)
    content.set(path, file)
  })
  return content
}
