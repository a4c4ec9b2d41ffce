import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError, parseConfig } from '#config/loadConfig.ts'

/**
 * Returns the index.html to serve with a `portal.config.json` of this content; see `src/prerender.tsx`. With one that is
 * not valid it has no page in it, and the portal itself says what to fix.
 */
export type Prerender = (configText: string) => Promise<string>

/** Files in the folder of a build that are not deployed: the prerenderer, and index.html without a page in it. */
export const prerendererFiles = { module: '.vite/prerender.js', indexHtml: '.vite/index.html' }

/**
 * Opens the prerenderer that `npm run build` puts beside the build.
 *
 * @param folder the build.
 * @returns undefined if the build has none.
 */
export async function openPrerenderer(folder: string): Promise<Prerender | undefined> {
  const file = join(folder, prerendererFiles.module)
  if (!existsSync(file)) return undefined
  const built: unknown = await import(pathToFileURL(file).href)
  if (!hasPrerender(built)) throw new Error(`${file} does not export prerender()`)
  // The preview asks for each page that it serves.
  let last: { indexHtml: string; configText: string; made: Promise<string> } | undefined
  return async (configText) => {
    const indexHtml = await readFile(join(folder, prerendererFiles.indexHtml), 'utf8')
    if (!isValid(configText)) return indexHtml
    if (last?.indexHtml !== indexHtml || last.configText !== configText) {
      last = { indexHtml, configText, made: built.prerender(indexHtml, configText) }
    }
    return last.made
  }
}

function isValid(configText: string): boolean {
  try {
    parseConfig(configText)
    return true
  } catch (error) {
    if (error instanceof ConfigError) return false
    throw error
  }
}

interface BuiltPrerenderer {
  prerender: (indexHtml: string, configText: string) => Promise<string>
}

function hasPrerender(built: unknown): built is BuiltPrerenderer {
  return (
    typeof built === 'object' &&
    built !== null &&
    'prerender' in built &&
    typeof built.prerender === 'function'
  )
}
