import { posix } from 'node:path'
import { UsageError } from '../UsageError.ts'
import type { Build, SiteFile } from './readBuild.ts'
import { recordsPrefix } from './releases.ts'

const securityTxtPath = '.well-known/security.txt'

/**
 * Checks a build for files that must not be deployed: source maps, references to missing or foreign
 * files, an invalid security.txt.
 *
 * @returns notes for the operator.
 * @throws UsageError naming every problem.
 */
export function checkBuild(build: Build, now: Date): string[] {
  const problems = [...build.values()].flatMap((file) => problemsOf(file, build, now))
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  return build.has(securityTxtPath)
    ? []
    : [`There is no ${securityTxtPath}: researchers will not know where to report a vulnerability.`]
}

function problemsOf({ path, bytes }: SiteFile, build: Build, now: Date): string[] {
  const text = new TextDecoder().decode(bytes)
  if (path.startsWith(recordsPrefix)) {
    return [`${path} is in a folder that is reserved for records of the deploy. Rename the folder.`]
  }
  if (path === securityTxtPath) return securityTxtProblems(text, now)
  const advice = 'it would publish the source code. Build with build.sourcemap: false.'
  if (path.endsWith('.map')) return [`${path} is a source map: ${advice}`]
  if (!/\.(html|m?js|css)$/.test(path)) return []
  const inline = /sourceMappingURL=data:/.test(text) && !path.endsWith('.html')
  return referenceProblems(path, text, build).concat(
    inline ? [`${path} contains its source map: ${advice}`] : [],
  )
}

function referenceProblems(path: string, text: string, build: Build): string[] {
  const missing = references(path, text).filter((one) => !build.has(one))
  return [
    ...missing.map((one) => `${path} refers to /${one}, which is not in the build. Build again.`),
    ...foreignReferences(path, text).map(
      (address) => `${path} loads ${address}, which the CSP blocks. Put the file into public/.`,
    ),
  ]
}

/** The ways in which built scripts and styles name other files. */
const patterns: Record<string, RegExp[]> = {
  html: [/\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/g],
  css: [/url\(\s*["']?([^"')]+)/g, /@import\s+["']([^"']+)/g],
  js: [
    // import x from './a.js', import './a.js', import('./a.js'), export * from './a.js'
    /\b(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`\s]+)["'`]/g,
    /new URL\(\s*["'`](\.{0,2}\/?[\w][^"'`\s]*)["'`]\s*,\s*import\.meta/g,
    // Any other address in the code: of a worker, of a picture, in a list of preloads.
    /["'`](\/?assets\/[\w./~-]+\.\w+)["'`]/g,
  ],
}

/**
 * The files of this site that a file refers to, as paths of the build. Leaves out other sites, `data:`,
 * fragments and addresses without an extension (pages of the portal).
 */
export function references(path: string, text: string): string[] {
  return [...new Set(addressesIn(path, text).flatMap((address) => pathOf(address, path)))]
}

/** The files of other sites that a page or a style sheet loads. Links do not count. */
function foreignReferences(path: string, text: string): string[] {
  if (!/\.(html|css)$/.test(path)) return []
  const loads =
    /<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/gi
  const loaded = path.endsWith('.html')
    ? [...text.matchAll(loads)].flatMap((found) => found[1] ?? [])
    : addressesIn(path, text)
  return loaded.filter((address) => /^(https?:)?\/\//i.test(address))
}

function addressesIn(path: string, text: string): string[] {
  const extension = path.slice(path.lastIndexOf('.') + 1).replace('mjs', 'js')
  return (patterns[extension] ?? []).flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => found[1] ?? []),
  )
}

function pathOf(address: string, from: string): string[] {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^#/i.test(address)) return []
  const [plain = ''] = address.split(/[?#]/)
  // Vite writes `assets/x.js` in a script for an address relative to the root of the site.
  const fromRoot =
    plain.startsWith('/') || (plain.startsWith('assets/') && from.startsWith('assets/'))
  const path = posix.normalize(fromRoot ? plain : posix.join(posix.dirname(from), plain))
  return /\.\w+$/.test(path) ? [path.replace(/^\//, '')] : []
}

const dayMs = 24 * 60 * 60 * 1000

/** With fewer days left, the file could expire before the next deploy. */
const minDaysLeft = 60

/** Checks Contact (RFC 9116, section 2.5.3) and Expires (2.5.5). */
function securityTxtProblems(text: string, now: Date): string[] {
  const fields = text
    .split(/\r?\n/)
    .map((line) => /^([A-Za-z-]+):\s*(.*?)\s*$/.exec(line))
    .flatMap((found) => (found ? [{ name: found[1]?.toLowerCase(), value: found[2] ?? '' }] : []))
  const valuesOf = (name: string) =>
    fields.filter((field) => field.name === name).map(({ value }) => value)
  const problems = [
    ...contactProblems(valuesOf('contact')),
    ...expiresProblems(valuesOf('expires'), now),
  ]
  return problems.map((problem) => `${securityTxtPath} ${problem}`)
}

function contactProblems(contacts: string[]): string[] {
  if (contacts.length === 0)
    return ['has no Contact: add where to report a vulnerability (RFC 9116, 2.5.3).']
  return contacts
    .filter((contact) => !/^(mailto:|tel:|https:\/\/)\S+$/.test(contact))
    .map((contact) => `has Contact: ${contact}, which must begin with mailto:, tel: or https://.`)
}

function expiresProblems(expires: string[], now: Date): string[] {
  const [value] = expires
  if (value === undefined || expires.length > 1) {
    return [`has ${expires.length} Expires lines, and must have one (RFC 9116, 2.5.5).`]
  }
  const end = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i.test(value)
    ? Date.parse(value)
    : Number.NaN
  if (Number.isNaN(end)) {
    return [`has Expires: ${value}, which must be a date like 2027-06-30T12:00:00Z.`]
  }
  const days = Math.floor((end - now.getTime()) / dayMs)
  if (days < 0) return [`expired on ${value}: review it and set a new Expires.`]
  if (days >= minDaysLeft) return []
  return [`expires in ${days} days, on ${value}: set Expires at least ${minDaysLeft} days ahead.`]
}
