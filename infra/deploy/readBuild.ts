import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Refusal } from '../Refusal.ts'

/** A file of the site as it is served. */
export interface SiteFile {
  /** Its key in the bucket: the path of its address without the first slash. */
  path: string
  bytes: Uint8Array
  /** In hexadecimal. */
  sha256: string
}

/** What is served, by path. */
export type Build = ReadonlyMap<string, SiteFile>

export const indexPath = 'index.html'
export const configPath = 'portal.config.json'

/** Assets carry their content's hash in their name, and never change. */
export function isAsset(path: string): boolean {
  return path.startsWith('assets/')
}

export function siteFile(path: string, bytes: Uint8Array): SiteFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * Reads what `npm run build` made, without `.vite/`, which is about the build and not part of it.
 *
 * @throws Refusal when there is no build.
 */
export async function readBuild(folder: string): Promise<Build> {
  const entries = await listFolder(folder)
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('.vite/'))
    .toSorted()
  if (!paths.includes(indexPath)) throw noBuild(folder)
  const files = await Promise.all(
    paths.map(async (path) => siteFile(path, await readFile(join(folder, path)))),
  )
  return new Map(files.map((file) => [file.path, file]))
}

async function listFolder(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    throw noBuild(folder, cause)
  }
}

function noBuild(folder: string, cause?: unknown): Refusal {
  return new Refusal(
    `There is no build: ${join(folder, indexPath)} is missing. Run npm run build, or name its folder with --dist.`,
    { cause },
  )
}
