import { configPath, indexPath } from './readBuild.ts'
import { copyKey, type Release } from './releases.ts'
import type { Held } from './site.ts'

/** What is in the bucket, as far as a deploy needs to know. */
export interface BucketState {
  /** Every key, with the time of its last write. */
  modified: ReadonlyMap<string, Date>
  releases: Release[]
  /** The release whose index.html is served; absent before the first, or where another tool put it. */
  live: string | undefined
  /** What was found under the keys of the release to be made live. */
  held: ReadonlyMap<string, Held>
}

/** What has to be written for a release to be live, and nothing that is there already. Paths, in order. */
export interface Plan {
  assets: string[]
  /** Hashes of files of which a copy is to be kept for a rollback. */
  copies: string[]
  /** True where its record is missing or says something else. */
  record: boolean
  /** The other files: index.html last, and the config just before it. */
  files: string[]
  /** Files of other releases that this one does not have. */
  gone: string[]
  /** Addresses to tell CloudFront of. */
  invalidate: string[]
}

/** A list as long as this is still one cheap call; a longer one is cut short by folders. */
const mostPaths = 10

export function planRelease(target: Release, state: BucketState): Plan {
  const isThere = (key: string, sha256: string) => {
    const held = state.held.get(key)
    return held?.sha256 === sha256 && held.headersRight
  }
  const missing = (wanted: Record<string, string>) =>
    Object.entries(wanted)
      .filter(([path, sha256]) => !isThere(path, sha256))
      .map(([path]) => path)

  const files = new Set(missing(target.files))
  // It says which release is live, even where its own text is the same in both.
  if (state.live !== target.id) files.add(indexPath)
  const gone = [...new Set(state.releases.flatMap((release) => Object.keys(release.files)))].filter(
    (path) => !Object.hasOwn(target.files, path) && state.modified.has(path),
  )
  const known = state.releases.find(({ id }) => id === target.id)
  const invalidate = addresses([...files, ...gone], known?.invalidate ?? [])
  return {
    assets: missing(target.assets),
    copies: [...new Set(Object.values(target.files))].filter(
      (sha256) => !isThere(copyKey(sha256), sha256),
    ),
    record: !known || (known.invalidate ?? []).join('\n') !== invalidate.join('\n'),
    files: [...files].toSorted((one, other) => turn(one) - turn(other) || (one < other ? -1 : 1)),
    gone,
    invalidate,
  }
}

/** Nothing may refer to what is not there yet: what refers to most goes last. */
function turn(path: string): number {
  return [configPath, indexPath].indexOf(path)
}

/** Hashed assets are never among them: what never changes needs no invalidation. */
function addresses(changed: string[], pending: string[]): string[] {
  const paths = changed.map((path) => `/${path.split('/').map(encodeURIComponent).join('/')}`)
  const all = [...new Set([...(changed.includes(indexPath) ? ['/'] : []), ...paths, ...pending])]
  if (all.length <= mostPaths) return all.toSorted()
  const short = all.map((path) => path.replace(/^(\/[^/]+\/).*/, '$1*'))
  return [...new Set(short)].toSorted()
}

/** True where the release is live and nothing is left to be done for it. */
export function isDone({ assets, copies, record, files, gone, invalidate }: Plan): boolean {
  return !record && [assets, copies, files, gone, invalidate].every((list) => list.length === 0)
}
