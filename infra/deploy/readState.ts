import { inParallel } from './inParallel.ts'
import { type BucketState, keptUntil, keysOf } from './plan.ts'
import { indexPath } from './readBuild.ts'
import { isRecord, readRecord, type Release } from './releases.ts'
import type { ObjectInfo, SiteBucket } from './siteBucket.ts'

/** Number of calls at a time; S3 accepts thousands, a slow uplink does not. */
export const callsAtOnce = 8

type Overview = Omit<BucketState, 'objects'>

/** @throws UsageError if a record cannot be read. */
export async function readOverview(site: SiteBucket): Promise<Overview> {
  const modified = await site.list()
  const releases: Release[] = []
  await inParallel([...modified.keys()].filter(isRecord), callsAtOnce, async (key) => {
    releases.push(readRecord(key, await site.read(key)))
  })
  releases.sort((one, other) => (one.created < other.created ? 1 : -1))
  const index = modified.has(indexPath) ? await site.head(indexPath) : undefined
  return { modified, releases, live: index?.release }
}

/** Reads the metadata of every stored object of the release. */
export async function readObjects(
  site: SiteBucket,
  { modified }: Overview,
  release: Release,
): Promise<Map<string, ObjectInfo>> {
  const wanted = new Set([...keysOf([release]), ...Object.keys(release.files)])
  const objects = new Map<string, ObjectInfo>()
  const stored = [...wanted].filter((key) => modified.has(key))
  await inParallel(stored, callsAtOnce, async (key) => {
    const found = await site.head(key)
    if (found) objects.set(key, found)
  })
  return objects
}

/** @returns a line for each release, newest first. */
export async function listReleases(site: SiteBucket): Promise<string[]> {
  const { releases, live } = await readOverview(site)
  if (releases.length === 0) return ['There is no release yet.']
  return releases.map((release) => {
    const { id, created, lastLive } = release
    const was = lastLive === undefined ? 'never live' : `live until ${minute(lastLive)}`
    const kept = minute(keptUntil(release).toISOString())
    return `${id}  created ${minute(created)}  ${id === live ? 'live' : `${was}, kept until ${kept}`}`
  })
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}
