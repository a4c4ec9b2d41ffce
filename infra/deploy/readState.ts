import { inParallel } from './inParallel.ts'
import type { BucketState } from './plan.ts'
import { indexPath } from './readBuild.ts'
import { copyKey, isRecord, readRecord, type Release } from './releases.ts'
import type { Held, Site } from './site.ts'

/** How many calls are under way at a time; S3 takes thousands, a small uplink does not. */
export const callsAtOnce = 8

/** What a deploy finds before it knows what it will put there. */
export type Overview = Omit<BucketState, 'held'>

/** @throws Refusal when a record cannot be read. */
export async function readOverview(site: Site): Promise<Overview> {
  const modified = await site.list()
  const releases: Release[] = []
  await inParallel([...modified.keys()].filter(isRecord), callsAtOnce, async (key) => {
    releases.push(readRecord(key, await site.read(key)))
  })
  releases.sort((one, other) => (one.created < other.created ? 1 : -1))
  const index = modified.has(indexPath) ? await site.look(indexPath) : undefined
  return { modified, releases, live: index?.release }
}

/** Looks at every object that the release needs. */
export async function readHeld(
  site: Site,
  { modified }: Overview,
  { assets, files }: Release,
): Promise<Map<string, Held>> {
  const wanted = new Set([
    ...Object.keys(assets),
    ...Object.keys(files),
    ...Object.values(files).map(copyKey),
  ])
  const held = new Map<string, Held>()
  await inParallel(
    [...wanted].filter((key) => modified.has(key)),
    callsAtOnce,
    async (key) => {
      const found = await site.look(key)
      if (found) held.set(key, found)
    },
  )
  return held
}
