import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { openPrerenderer } from '../../edge/prerenderer.ts'
import { UsageError } from '../UsageError.ts'

/** A file of the deployed site. */
export interface SiteFile {
  /** The key in the bucket: the path of the address without the first slash. */
  path: string
  bytes: Uint8Array
  /** In hexadecimal. */
  sha256: string
}

/** The files of a build by path. */
export type Build = ReadonlyMap<string, SiteFile>

export const indexPath = 'index.html'
export const configPath = 'portal.config.json'

/** Assets have a content hash in their name, and never change. */
export function isAsset(path: string): boolean {
  return path.startsWith('assets/')
}

export function siteFile(path: string, bytes: Uint8Array): SiteFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * Reads the output of `npm run build`, without the build metadata in `.vite/`.
 *
 * @throws UsageError if there is no build.
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

/**
 * Puts the sign-in page for the config of the build into its index.html. A build without a prerenderer stays as it is.
 *
 * @param folder the output of `npm run build`.
 */
export async function prerendered(build: Build, folder: string): Promise<Build> {
  const prerender = await openPrerenderer(folder)
  const config = build.get(configPath)
  if (!prerender || !config) return build
  const html = await prerender(new TextDecoder().decode(config.bytes))
  return new Map(build).set(indexPath, siteFile(indexPath, new TextEncoder().encode(html)))
}

async function listFolder(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (cause) {
    throw noBuild(folder, cause)
  }
}

function noBuild(folder: string, cause?: unknown): UsageError {
  return new UsageError(
    `There is no build: ${join(folder, indexPath)} is missing. Run npm run build, or give its folder with --dist.`,
    { cause },
  )
}
