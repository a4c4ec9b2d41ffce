import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { launchOptions } from '#e2e/engines/chromium.ts'
import budget from './budget.json' with { type: 'json' }
import { openPreview } from './openPreview.ts'
import { root } from './root.ts'

// Compares the files that a browser fetches from /sign-in to the account page, the worker included, with the limits
// in bench/budget.json. All figures are bytes after gzip -9.

/** Packages for the vault or the account only, which must not be in the first load. */
const unwanted = ['amazon-cognito-identity-js', '@tanstack/query-core', '@tanstack/react-query']

/** Files of a language other than English. */
const isLanguage = (file: string) => /^(messages|pseudo)-/.test(file)

interface LoadedFile {
  name: string
  piece: 'page' | 'vault' | 'css'
  bytes: number
}

function pieceOf(name: string): LoadedFile['piece'] | undefined {
  if (name.endsWith('.css')) return 'css'
  if (!name.endsWith('.js')) return undefined
  return name.startsWith('worker-') ? 'vault' : 'page'
}

const sizeOf = (body: Buffer) => gzipSync(body, { level: 9 }).length

const sum = (files: LoadedFile[]) => files.reduce((total, { bytes }) => total + bytes, 0)

/** @returns the size of each file by name, as it is in `dist` */
const measure = (names: string[]) =>
  Promise.all(
    [...new Set(names)].map(async (name): Promise<LoadedFile[]> => {
      const piece = pieceOf(name)
      if (piece === undefined) return []
      return [{ name, piece, bytes: sizeOf(await readFile(join(root, 'dist/assets', name))) }]
    }),
  ).then((files) => files.flat())

/** Signs in as a user would. @returns the files that were fetched up to each point */
async function walk() {
  await using site = await openPreview()
  await using browser = await chromium.launch(launchOptions())
  const page = await browser.newPage()
  // Never idle: files that are fetched ahead of need count only where they are needed.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  const requested: string[] = []
  page.on('request', (request) => requested.push(basename(new URL(request.url()).pathname)))
  // The budget is for the product, without colours, messages and providers of an operator.
  await page.route('**/portal.config.json', async (route) => {
    const config: unknown = await (await route.fetch()).json()
    const cognito = typeof config === 'object' && config && 'cognito' in config && config.cognito
    await route.fulfill({ json: { cognito } })
  })
  await page.goto(new URL('/sign-in', site.origin).href, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const first = [...requested]
  await page.getByLabel('E-mail address').fill('ada@example.com')
  await page.locator('input[type=password]').fill('Gatehouse-1')
  await page.waitForLoadState('networkidle')
  const beforeClick = requested.length
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('main').getByText('ada@example.com').first().waitFor()
  const all = [...requested]
  const afterClick = all.slice(beforeClick).filter((name) => name.endsWith('.js'))
  return { first: await measure(first), all: await measure(all), afterClick }
}

/** Reads the packages of each file from the build's `.vite/packages.json`. */
async function packagesByFile(): Promise<Map<string, string[]>> {
  const notes: unknown = JSON.parse(await readFile(join(root, 'dist/.vite/packages.json'), 'utf8'))
  return new Map(
    Object.entries(notes ?? {}).map(([name, found]) => [
      name,
      Array.isArray(found) ? found.map(String) : [],
    ]),
  )
}

const failures: string[] = []

function check(what: string, figure: number, limit: number, unit = 'bytes') {
  console.log(`${String(figure).padStart(9)}  ${what} (budget ${limit} ${unit})`)
  if (figure > limit) failures.push(`${what}: ${figure} ${unit} are more than ${limit}.`)
}

const { first, all, afterClick } = await walk()
const packages = await packagesByFile()

console.log('The first load:')
for (const { name, bytes } of first) console.log(`${String(bytes).padStart(9)}  ${name}`)
for (const piece of ['page', 'vault', 'css'] as const) {
  const total = sum(first.filter((file) => file.piece === piece))
  if (total === 0) failures.push(`${piece}: no file was loaded, so this check is broken.`)
  check(piece, total, budget[piece])
}
for (const { name, piece } of first) {
  const found = (packages.get(name) ?? []).filter((one) => unwanted.includes(one))
  if (piece === 'page' && found.length > 0) failures.push(`${name} contains ${found.join(', ')}.`)
}

console.log('\nUntil the account page is drawn:')
const scripts = all.filter(({ piece }) => piece !== 'css')
for (const { name, bytes } of scripts) console.log(`${String(bytes).padStart(9)}  ${name}`)
check('JavaScript', sum(scripts), budget.untilAccount)
check('JavaScript files', scripts.length, budget.filesUntilAccount, 'files')
check('JavaScript files asked for after the click', afterClick.length, 0, 'files')

console.log('\nThe other files:')
const assets = await readdir(join(root, 'dist/assets'))
const names = assets.filter((name) => name.endsWith('.js'))
check(
  'JavaScript files beside languages',
  names.filter((n) => !isLanguage(n)).length,
  budget.files,
  'files',
)
if (!names.some(isLanguage)) failures.push('No file is of a language, so this check is broken.')
const loaded = new Set(all.map(({ name }) => name))
for (const name of names.filter((one) => !loaded.has(one))) {
  const bytes = sizeOf(await readFile(join(root, 'dist/assets', name)))
  if (isLanguage(name)) check(name, bytes, budget.language)
  // A large page of a clone is reported, but does not fail.
  else if (bytes > budget.furtherPage) console.warn(`${name} has ${bytes} bytes: is that meant?`)
}
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0
