import type { BucketState } from './plan.ts'
import { isAsset } from './readBuild.ts'
import { copyKey, copyPrefix, recordKey, type Release } from './releases.ts'

/** How long a page opened from a release that has been replaced finds its chunks. */
const keptDays = 30

const keptMs = keptDays * 24 * 60 * 60 * 1000

/** Until when a release that is not live can be rolled back to and has its chunks served. */
export function keptUntil({ lastLive, created }: Release): Date {
  return new Date(Date.parse(lastLive ?? created) + keptMs)
}

/**
 * What nobody can need any more, once the target is live: keys, in the order in which to delete them.
 * Records go last: a run that stops halfway leaves a record behind, and with it the rest of the task.
 */
export function planPruning(target: Release, state: BucketState, now: Date): string[] {
  const others = state.releases.filter(({ id }) => id !== target.id)
  // The live one is being replaced just now.
  const expired = others.filter((release) => release.id !== state.live && keptUntil(release) <= now)
  const kept = keysOf([target, ...others.filter((release) => !expired.includes(release))])
  const known = keysOf(expired)
  const oldEnough = strayLimit(state, now)
  const isUseless = ([key, modified]: [string, Date]) =>
    !kept.has(key) && (known.has(key) || modified <= oldEnough)
  const found = [...state.modified].filter(isUseless).map(([key]) => key)
  return [
    ...found.filter(isAsset),
    ...found.filter((key) => key.startsWith(copyPrefix)),
    ...expired.map(({ id }) => recordKey(id)),
  ]
}

/**
 * What no release refers to is left by an upload that was given up, or is another tool's. It goes when
 * it is old; but what another tool served until our first release was in use until then, however old.
 */
function strayLimit({ releases }: BucketState, now: Date): Date {
  const limit = new Date(now.getTime() - keptMs)
  const hasOld = releases.some(({ created }) => new Date(created) <= limit)
  return hasOld ? limit : new Date(0)
}

function keysOf(releases: Release[]): Set<string> {
  return new Set(
    releases.flatMap(({ assets, files }) => [
      ...Object.keys(assets),
      ...Object.values(files).map(copyKey),
    ]),
  )
}
