import { posix } from 'node:path'

/** The file alone, wherever a build's scripts and styles name another. */
const patterns: Record<string, RegExp[]> = {
  html: [/\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/g],
  css: [/url\(\s*["']?([^"')]+)/g, /@import\s+["']([^"']+)/g],
  js: [
    // import x from './a.js', import './a.js', import('./a.js'), export * from './a.js'
    /\b(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`\s]+)["'`]/g,
    /new URL\(\s*["'`](\.{0,2}\/?[\w][^"'`\s]*)["'`]\s*,\s*import\.meta/g,
    // An address anywhere else in the code: a worker's, a picture's, one of a list of preloads.
    /["'`](\/?assets\/[\w./~-]+\.\w+)["'`]/g,
  ],
}

/**
 * The files of this site that a file names, as paths of the build. Addresses of other sites, `data:`,
 * fragments and addresses without an ending (the portal's own pages) are none.
 */
export function references(path: string, text: string): string[] {
  return [...new Set(namedIn(path, text).flatMap((address) => pathOf(address, path)))]
}

/** What a page or a style sheet has a browser fetch from another site. Links lead there, no more. */
export function foreignReferences(path: string, text: string): string[] {
  const fetched =
    /<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/gi
  const named = path.endsWith('.html')
    ? [...text.matchAll(fetched)].flatMap((found) => found[1] ?? [])
    : namedIn(path, text)
  return named.filter((address) => /^(https?:)?\/\//i.test(address))
}

function namedIn(path: string, text: string): string[] {
  const ending = path.slice(path.lastIndexOf('.') + 1).replace('mjs', 'js')
  return (patterns[ending] ?? []).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => found[1] ?? []),
  )
}

function pathOf(address: string, from: string): string[] {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^#/i.test(address)) return []
  const [plain = ''] = address.split(/[?#]/)
  // `assets/x.js` in a script is Vite's way to write an address from the root of the site.
  const fromRoot =
    plain.startsWith('/') || (plain.startsWith('assets/') && from.startsWith('assets/'))
  const path = posix.normalize(fromRoot ? plain : posix.join(posix.dirname(from), plain))
  return /\.\w+$/.test(path) ? [path.replace(/^\//, '')] : []
}
