import { createHash } from 'node:crypto'
import { UsageError } from '../UsageError.ts'
import { type Build, isAsset } from './readBuild.ts'

/**
 * Records of releases are stored as `releases/ID`, and copies of their files as `releases/files/SHA256`.
 *
 * No such key contains a dot. The viewer-request function rewrites every address without a dot in its
 * last segment to index.html, so no address leads here, however it is encoded. (The content is no
 * secret: all of it has been served before.)
 */
export const recordsPrefix = 'releases/'

export const copyPrefix = `${recordsPrefix}files/`

/** The files that are served together. Times are ISO 8601. */
export interface Release {
  id: string
  /** SHA-256 over every path and its file's hash. */
  content: string
  created: string
  /** When another release replaced it; undefined while none has. */
  lastLive?: string
  /** Path to SHA-256 of the files with a hash in their name. */
  assets: Record<string, string>
  /** Path to SHA-256 of all other files. */
  files: Record<string, string>
  /** Addresses that are still to be invalidated in CloudFront. */
  invalidate?: string[]
}

export const recordKey = (id: string): string => recordsPrefix + id

export const isRecord = (key: string): boolean => /^releases\/[^/]+$/.test(key)

export const copyKey = (sha256: string): string => copyPrefix + sha256

/** Describes a build as a release, named after its day and its content. */
export function releaseOf(build: Build, now: Date): Release {
  const files = [...build.values()].map(({ path, sha256 }) => [path, sha256] as const)
  const listed = files.map((pair) => pair.join(' ')).toSorted()
  const content = createHash('sha256').update(listed.join('\n')).digest('hex')
  const created = now.toISOString()
  return {
    id: `${created.slice(0, 10)}-${content.slice(0, 8)}`,
    content,
    created,
    assets: Object.fromEntries(files.filter(([path]) => isAsset(path))),
    files: Object.fromEntries(files.filter(([path]) => !isAsset(path))),
  }
}

export function recordBytes(release: Release): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(release, undefined, 2)}\n`)
}

/** @throws UsageError if the object is not a record: guessing could delete chunks in use. */
export function readRecord(key: string, bytes: Uint8Array): Release {
  let given: unknown
  try {
    given = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  if (isRelease(given)) return given
  throw new UsageError(
    `${key} in the bucket is not the record of a release. If that release is not needed for a rollback, delete the object.`,
  )
}

function isRelease(given: unknown): given is Release {
  if (typeof given !== 'object' || given === null) return false
  const record: Partial<Record<keyof Release, unknown>> = given
  const { id, content, created, lastLive, assets, files, invalidate } = record
  return (
    typeof id === 'string' &&
    typeof content === 'string' &&
    isTime(created) &&
    (lastLive === undefined || isTime(lastLive)) &&
    isHashes(assets) &&
    isHashes(files) &&
    (invalidate === undefined || Array.isArray(invalidate))
  )
}

function isTime(given: unknown): boolean {
  return typeof given === 'string' && !Number.isNaN(Date.parse(given))
}

function isHashes(given: unknown): boolean {
  return (
    typeof given === 'object' &&
    given !== null &&
    Object.values(given).every((hash) => typeof hash === 'string')
  )
}
