import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentType } from './contentType.ts'
import { cacheControl } from './headers.ts'

/** What S3 has for a key: the object, and the headers it was put with. */
export interface StoredObject {
  body: Uint8Array
  headers: Record<string, string>
}

/** @returns undefined where there is nothing. */
export type Bucket = (key: string) => Promise<StoredObject | undefined>

/** A build, as the deploy would put it into a bucket. */
export function folderBucket(folder: string): Bucket {
  return async (key) => {
    // S3 takes a key as it is written, without parent folders; the build's notes are not deployed.
    const segments = key.split('/')
    if (segments.some((one) => ['', '.', '..', '.vite'].includes(one))) return undefined
    const body = await contentOf(join(folder, ...segments))
    if (!body) return undefined
    return {
      body,
      headers: {
        'Content-Type': contentType(key),
        'Cache-Control': cacheControl(`/${key}`),
        ETag: `"${createHash('md5').update(body).digest('hex')}"`,
      },
    }
  }
}

async function contentOf(path: string): Promise<Uint8Array | undefined> {
  if (path.includes('\0')) return undefined
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))
