import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentType } from './contentType.ts'
import { cacheControl } from './headers.ts'

/** An object in S3, with the headers it was stored with. */
export interface StoredObject {
  body: Uint8Array
  headers: Record<string, string>
}

/** @returns undefined for a missing key. */
export type Bucket = (key: string) => Promise<StoredObject | undefined>

/**
 * Serves a build as if the deploy had put it into a bucket.
 *
 * @param indexHtml makes another index.html than that of the build, as a deploy does for its config.
 */
export function folderBucket(
  folder: string,
  indexHtml: () => Promise<string | undefined> = async () => undefined,
): Bucket {
  return async (key) => {
    // S3 knows no parent folders; `.vite/` is about the build and is not deployed.
    const segments = key.split('/')
    if (segments.some((one) => ['', '.', '..', '.vite'].includes(one))) return undefined
    const made = key === 'index.html' ? await indexHtml() : undefined
    const body = made === undefined ? await contentOf(join(folder, ...segments)) : Buffer.from(made)
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined
    throw error
  }
}
