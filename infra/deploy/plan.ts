import { configPath, indexPath, isAsset } from './readBuild.ts'
import { copyKey, copyPrefix, recordKey, type Release } from './releases.ts'
import type { ObjectInfo } from './siteBucket.ts'

/** The part of the bucket's state that a deploy needs. */
export interface BucketState {
  /** Every key, with the time of its last write. */
  modified: ReadonlyMap<string, Date>
  releases: Release[]
  /** The release whose index.html is served; undefined before the first, or if another tool stored it. */
  live: string | undefined
  /** The stored objects of the release to publish. */
  objects: ReadonlyMap<string, ObjectInfo>
}

/** What has to be written to publish a release, without the objects that are there already. Paths, in order. */
export interface Plan {
  assets: string[]
  /** Hashes of files of which a copy is stored for a rollback. */
  copies: string[]
  /** Whether the record is missing or differs. */
  record: boolean
  /** The other files: index.html last, and the config just before it. */
  files: string[]
  /** Files of other releases that this one does not have. */
  obsolete: string[]
  /** Addresses to invalidate in CloudFront. */
  invalidate: string[]
}

export function planRelease(target: Release, state: BucketState): Plan {
  const isStored = (key: string, sha256: string) => {
    const found = state.objects.get(key)
    return found?.sha256 === sha256 && found.hasRightHeaders
  }
  const missing = (wanted: Record<string, string>) =>
    Object.entries(wanted)
      .filter(([path, sha256]) => !isStored(path, sha256))
      .map(([path]) => path)

  const files = new Set(missing(target.files))
  // It names the live release in its metadata, so it is stored again even with the same text.
  if (state.live !== target.id) files.add(indexPath)
  const allFiles = new Set(state.releases.flatMap((release) => Object.keys(release.files)))
  const obsolete = [...allFiles].filter(
    (path) => !Object.hasOwn(target.files, path) && state.modified.has(path),
  )
  const known = state.releases.find(({ id }) => id === target.id)
  const invalidate = invalidationPaths([...files, ...obsolete], known?.invalidate ?? [])
  return {
    assets: missing(target.assets),
    copies: [...new Set(Object.values(target.files))].filter(
      (sha256) => !isStored(copyKey(sha256), sha256),
    ),
    record: !known || (known.invalidate ?? []).join('\n') !== invalidate.join('\n'),
    files: [...files].toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)),
    obsolete,
    invalidate,
  }
}

/** Files that refer to others are uploaded last. */
function rank(path: string): number {
  return [configPath, indexPath].indexOf(path)
}

/** A longer list is shortened with wildcards for folders, to keep the invalidation cheap. */
const maxPaths = 10

/** Assets never change, so they are never invalidated. */
function invalidationPaths(changed: string[], pending: string[]): string[] {
  const paths = changed.map((path) => `/${path.split('/').map(encodeURIComponent).join('/')}`)
  const all = [...new Set([...(changed.includes(indexPath) ? ['/'] : []), ...paths, ...pending])]
  if (all.length <= maxPaths) return all.toSorted()
  const short = all.map((path) => path.replace(/^(\/[^/]+\/).*/, '$1*'))
  return [...new Set(short)].toSorted()
}

/** Whether the release is live and nothing is left to do for it. */
export function isDone({ assets, copies, record, files, obsolete, invalidate }: Plan): boolean {
  return !record && [assets, copies, files, obsolete, invalidate].every(({ length }) => !length)
}

/** How long a page that was opened from a replaced release can still load its chunks. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** Until when a replaced release can be restored and its chunks are served. */
export function keptUntil({ lastLive, created }: Release): Date {
  return new Date(Date.parse(lastLive ?? created) + keptMs)
}

/**
 * The keys that no page needs once the target is live, in the order in which to delete them. Records
 * come last: after an interruption, the record that is left tells the next run what else to delete.
 */
export function planPruning(target: Release, state: BucketState, now: Date): string[] {
  const others = state.releases.filter(({ id }) => id !== target.id)
  // The live one is being replaced just now.
  const expired = others.filter((release) => release.id !== state.live && keptUntil(release) <= now)
  const kept = keysOf([target, ...others.filter((release) => !expired.includes(release))])
  const known = keysOf(expired)
  const cutoff = orphanCutoff(state, now)
  const found = [...state.modified]
    .filter(([key, modified]) => !kept.has(key) && (known.has(key) || modified <= cutoff))
    .map(([key]) => key)
  return [
    ...found.filter(isAsset),
    ...found.filter((key) => key.startsWith(copyPrefix)),
    ...expired.map(({ id }) => recordKey(id)),
  ]
}

/**
 * Objects that no release refers to come from an interrupted upload or from another tool; they are
 * deleted when they are older than this. The files of another tool were in use until the first release.
 */
function orphanCutoff({ releases }: BucketState, now: Date): Date {
  const cutoff = new Date(now.getTime() - keptMs)
  return releases.some(({ created }) => new Date(created) <= cutoff) ? cutoff : new Date(0)
}

/** The keys of the assets and copies of releases. */
export function keysOf(releases: Release[]): Set<string> {
  return new Set(
    releases.flatMap(({ assets, files }) => [
      ...Object.keys(assets),
      ...Object.values(files).map(copyKey),
    ]),
  )
}
