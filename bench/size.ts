import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { launchOptions } from '#e2e/engines/chromium.ts'
import { openPreview, root } from './openPreview.ts'

// What a browser really fetches when someone opens /sign-in, worker included, against the budget.

/** Bytes after gzip -9. React and its DOM are 67,000 of the page, the router is 13,000. */
const budget = { page: 95_000, vault: 36_000, css: 8_000 }

type Piece = keyof typeof budget

/** Where these are in the page's own files, people who only sign in pay for what comes later. */
const unwanted = ['amazon-cognito-identity-js', '@tanstack/query-core', '@tanstack/react-query']

/** What comes later may be this large: a page with all that only it uses, and a language. */
const later = { page: 15 * 1024, language: 12 * 1024 }

/** A translation, by the name of its file: one for each language but English. */
const isLanguage = /^messages-/

interface Loaded {
  file: string
  piece: Piece
  gzip: number
}

function pieceOf(file: string): Piece | undefined {
  if (file.endsWith('.css')) return 'css'
  if (!file.endsWith('.js')) return undefined
  return file.startsWith('worker-') ? 'vault' : 'page'
}

/** What is fetched with everything the operator has set, or with `cognito` alone: as it comes. */
async function firstLoad(config: 'stock' | 'own'): Promise<Loaded[]> {
  await using site = await openPreview()
  await using browser = await chromium.launch(launchOptions())
  const page = await browser.newPage()
  const loaded = new Map<string, Loaded>()
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const file = basename(new URL(response.url()).pathname)
    const piece = pieceOf(file)
    if (piece === undefined) return
    const read = async () => {
      loaded.set(file, { file, piece, gzip: gzipSync(await response.body(), { level: 9 }).length })
    }
    reading.push(read())
  })
  await page.route('**/portal.config.json', async (route) => {
    const { cognito, ...own } = record(await (await route.fetch()).json())
    await route.fulfill({ json: config === 'own' ? { cognito, ...own } : { cognito } })
  })
  await page.goto(new URL('/sign-in', site.origin).href, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await Promise.all(reading)
  return [...loaded.values()].toSorted((a, b) => b.gzip - a.gzip)
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Which packages' code is in a file, as the build has written down. */
async function packagesByFile(): Promise<(file: string) => string[]> {
  const notes: unknown = JSON.parse(await readFile(join(root, 'dist/.vite/packages.json'), 'utf8'))
  const packages = new Map<string, unknown>(Object.entries(notes ?? {}))
  return (file) => {
    const found = packages.get(file)
    // Copied from public/ as it is.
    if (file === 'theme.js') return []
    if (!Array.isArray(found)) throw new Error(`${file} is not from this build`)
    return found.map(String)
  }
}

const totalOf = (parts: Loaded[]) => parts.reduce((sum, { gzip }) => sum + gzip, 0)

const loaded = await firstLoad('stock')
const packagesIn = await packagesByFile()
const failures: string[] = []

for (const piece of ['page', 'vault', 'css'] as const) {
  const parts = loaded.filter((part) => part.piece === piece)
  const total = totalOf(parts)
  const limit = budget[piece]
  for (const { file, gzip } of parts) console.log(`${String(gzip).padStart(9)}  ${file}`)
  console.log(`${String(total).padStart(9)}  ${piece} in all, of ${limit}\n`)
  if (total === 0)
    failures.push(`Nothing was loaded of ${piece}: something is wrong with this check.`)
  if (total > limit) failures.push(`${piece}: ${total} bytes are more than ${limit}.`)
}
for (const { file, piece } of loaded) {
  const found = piece === 'page' ? packagesIn(file).filter((name) => unwanted.includes(name)) : []
  if (found.length > 0) failures.push(`${file} brings ${found.join(', ')} to the page.`)
}
const files = (await readdir(join(root, 'dist/assets'))).filter((file) => file.endsWith('.js'))
const first = new Set(loaded.map(({ file }) => file))
if (!files.some((file) => isLanguage.test(file))) failures.push('No file is of a language.')
for (const file of files) {
  if (first.has(file)) continue
  const bytes = gzipSync(await readFile(join(root, 'dist/assets', file)), { level: 9 }).length
  const kind = isLanguage.test(file) ? 'language' : 'page'
  if (kind === 'language')
    console.log(`${String(bytes).padStart(9)}  ${file}, of ${later.language}`)
  if (bytes > later[kind]) failures.push(`${file}: ${bytes} bytes are more than ${later[kind]}.`)
}
// No part of the budget: an operator's colours, words and ways in are theirs to weigh.
const own = totalOf(await firstLoad('own')) - totalOf(loaded)
if (own > 0) console.log(`${String(own).padStart(9)}  more with what portal.config.json sets\n`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0
