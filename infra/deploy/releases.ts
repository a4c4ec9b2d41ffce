import { createHash } from 'node:crypto'
import type { Build } from './readBuild.ts'
import { isAsset } from './readBuild.ts'
import { Refusal } from '../Refusal.ts'

/**
 * Where the records of releases are: `releases/ID`, and the files they put back under
 * `releases/files/SHA256`.
 *
 * No key under it has a dot. The viewer-request function sends every address without a dot in its last
 * segment to index.html, and decoding an address never takes a dot away, so that no address leads
 * here, however it is written; there is no rule to get around. (Nor is there a secret: all of it has
 * been served before.)
 */
export const recordsPrefix = 'releases/'

export const copyPrefix = `${recordsPrefix}files/`

/** What was served together. Times are ISO 8601. */
export interface Release {
  id: string
  /** SHA-256 over every path and its file's hash. */
  content: string
  created: string
  /** When another release took its place; absent while none has. */
  lastLive?: string
  /** Path to SHA-256, of what carries a hash in its name. */
  assets: Record<string, string>
  /** Path to SHA-256, of everything else. */
  files: Record<string, string>
  /** Addresses that CloudFront has yet to be told of. */
  invalidate?: string[]
}

export function recordKey(id: string): string {
  return recordsPrefix + id
}

export function isRecord(key: string): boolean {
  return /^releases\/[^/]+$/.test(key)
}

export function copyKey(sha256: string): string {
  return copyPrefix + sha256
}

/** The release that a build is, named by its day and its content. */
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

/** @throws Refusal when the object is not what this deploy writes: guessing could delete chunks in use. */
export function readRecord(key: string, bytes: Uint8Array): Release {
  const given = parse(key, new TextDecoder().decode(bytes))
  if (!isRelease(given)) throw broken(key)
  return given
}

function parse(key: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw broken(key, cause)
  }
}

function broken(key: string, cause?: unknown): Refusal {
  return new Refusal(
    `${key} in the bucket is not the record of a release. If nobody wants to roll back to it, delete that object.`,
    { cause },
  )
}

function isRelease(given: unknown): given is Release {
  if (typeof given !== 'object' || given === null) return false
  const { id, content, created, lastLive, assets, files, invalidate } = {
    lastLive: undefined,
    invalidate: undefined,
    id: undefined,
    content: undefined,
    created: undefined,
    assets: undefined,
    files: undefined,
    ...given,
  } satisfies Record<keyof Release, unknown>
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
