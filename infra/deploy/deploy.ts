import { checkBuild } from './checkBuild.ts'
import { makeLive, type Place, type Work } from './makeLive.ts'
import { type BucketState, isDone, planRelease } from './plan.ts'
import { planPruning } from './pruning.ts'
import type { Build } from './readBuild.ts'
import { readHeld, readOverview } from './readState.ts'
import { Refusal } from '../Refusal.ts'
import { type Release, releaseOf } from './releases.ts'
import { sayPlan } from './sayPlan.ts'

/**
 * Makes a build live.
 *
 * @throws Refusal before anything is written, when the build or the bucket is not fit for it;
 *   Stopped when a call fails on the way.
 */
export async function deploy(build: Build, place: Place): Promise<void> {
  const { site, now, say } = place
  const started = now()
  for (const note of checkBuild(build, started)) say(note)
  const overview = await readOverview(site)
  const fresh = releaseOf(build, started)
  // The same content again is the same release: one that is live, one given up halfway, or an old one.
  const target =
    overview.releases.find(
      ({ id, content }) => id === overview.live && content === fresh.content,
    ) ??
    overview.releases.find(({ content }) => content === fresh.content) ??
    fresh
  const state = { ...overview, held: await readHeld(site, overview, target) }
  refuseOtherContent(target, state)
  const plan = planRelease(target, state)
  await perform(
    { target, content: build, plan, prune: planPruning(target, state, started) },
    state,
    place,
  )
}

/** Says what is to be done, and does it unless this is a dry run. */
export async function perform(work: Work, state: BucketState, place: Place): Promise<void> {
  const { plan, prune, target } = work
  if (isDone(plan) && prune.length === 0) {
    place.say(`Nothing to do: release ${target.id} is live and complete.`)
    return
  }
  sayPlan(work, state, place)
  if (place.dryRun) {
    place.say('This was a dry run: nothing was written.')
    return
  }
  await makeLive(work, state, place)
  place.say(`Release ${target.id} is live.`)
}

/** A page that is open would get another release's chunk under the name of its own. */
function refuseOtherContent({ assets }: Release, { held }: BucketState): void {
  const faults = Object.entries(assets).flatMap(([path, sha256]) => {
    const there = held.get(path)?.sha256
    return there === undefined || there === sha256
      ? []
      : [
          `${path} is in the bucket with other content. Browsers keep what is under /assets/ for a year: its name must change with its content.`,
        ]
  })
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
}
