import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, expect as expectPage, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { build } from 'vite'
import { launchOptions } from '../../e2e/engines/chromium.ts'
import type { Bucket } from '../../edge/bucket.ts'
import { readDistribution, template } from '../../edge/distribution.ts'
import { withDestinations } from '../../edge/headers.ts'
import { startEdge } from '../../edge/test/startEdge.ts'
import { type CognitoServer, startServer } from '../../local-cognito/adapters/node.ts'
import { SEEDED_PASSWORD } from '../../local-cognito/seededAccounts.ts'
import { deploy } from './deploy.ts'
import { type Build, readBuild, siteFile } from './readBuild.ts'
import { type LocalS3, startLocalS3 } from './test/localS3.ts'
import { createContext, openS3 } from './test/deployContext.ts'

// Deploys the built portal to a local bucket behind a local CloudFront, and uses it in a browser: pages
// that were opened before further deploys must keep working.

let folder: string
let built: Build
let cognito: CognitoServer
let local: LocalS3
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-pages-'))
  const root = fileURLToPath(new URL('../..', import.meta.url))
  await build({ root, logLevel: 'silent', build: { outDir: join(folder, 'dist') } })
  built = await readBuild(join(folder, 'dist'))
  cognito = await startServer({ port: 0, state: 'memory' })
  local = await startLocalS3()
  browser = await chromium.launch(launchOptions())
})

afterAll(async () => {
  await browser.close()
  await local.close()
  await cognito.close()
  await rm(folder, { recursive: true })
})

/** The same build with other hashes in its file names, like another release. */
async function release(name: string): Promise<Build> {
  const hashes = new Set(
    [...built.keys()].flatMap((path) => /^assets\/.*-([\w-]{8})\.\w+$/.exec(path)?.[1] ?? []),
  )
  const rename = (text: string) =>
    text.replaceAll(/-([\w-]{8})\./g, (found, hash: string) =>
      hashes.has(hash) ? `-${hash.slice(0, 7)}${name}.` : found,
    )
  const config = await (await fetch(`${cognito.origin}/_local/config`)).text()
  return new Map(
    [...built.values()].map(({ path, bytes }) => {
      const isText = /\.(js|css|html|json|svg)$/.test(path)
      const content = isText ? Buffer.from(rename(Buffer.from(bytes).toString())) : bytes
      const file = siteFile(
        rename(path),
        path === 'portal.config.json' ? Buffer.from(config) : content,
      )
      return [file.path, file]
    }),
  )
}

/** An empty site. */
async function openSite() {
  const name = await local.newBucket()
  const s3 = openS3(local.endpoint)
  const bucket: Bucket = async (key) => {
    const object = await local.object(name, key)
    if (!object) return undefined
    const { 'content-type': type = '', 'cache-control': caching = '' } = object.headers
    return { body: object.bytes, headers: { 'Content-Type': type, 'Cache-Control': caching } }
  }
  const distribution = readDistribution(template, 'local')
  for (const behaviour of distribution.behaviours) {
    const to = { cognito: { region: 'local', endpoint: cognito.origin } }
    behaviour.headers = withDestinations(behaviour.headers, to)
  }
  const edge = await startEdge(distribution, bucket)
  const page = await browser.newPage({ baseURL: edge.origin })
  onTestFinished(async () => {
    await page.close()
    await edge.close()
    s3.destroy()
  })
  const day = 24 * 60 * 60 * 1000
  return {
    page,
    deploy: async (releaseName: string, days: number) => {
      const time = new Date(Date.now() + days * day).toISOString()
      await deploy(await release(releaseName), createContext(s3, name, time))
    },
  }
}

/** Records the assets that the page requests and how often it reloads. */
function watch(page: Page) {
  const seen = { scripts: new Set<string>(), missing: new Set<string>(), loads: 0 }
  page.on('load', () => (seen.loads += 1))
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (!path.startsWith('/assets/')) return
    if (response.status() === 200) seen.scripts.add(path)
    else seen.missing.add(path)
  })
  return seen
}

const pages = [
  'Ways to sign in',
  'Password',
  'Devices',
  'Sessions',
  'Connected accounts',
  'Access',
  'Your data',
]

const shows = async (page: Page, heading: string) =>
  expectPage(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible({
    timeout: 20_000,
  })

it('an open page can show every other page after two more releases', async () => {
  const { page, deploy: put } = await openSite()
  await put('A', 0)
  await page.goto('/sign-in')
  await shows(page, 'Sign in')
  await put('B', 1)
  await put('C', 2)
  const seen = watch(page)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await shows(page, 'Create your account')
  await page.goBack()
  await page.getByRole('link', { name: 'Forgot password?' }).click()
  await shows(page, 'Reset your password')
  await page.goBack()
  await page.getByLabel('E-mail address').fill('ada@example.com')
  await page.getByLabel('Password', { exact: true }).fill(SEEDED_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await shows(page, 'Your account')
  for (const name of pages) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await shows(page, name)
  }
  expect([...seen.missing]).toEqual([])
  expect(seen.loads).toBe(0)
  // The steps, the account, and one file for each further page.
  expect(seen.scripts.size).toBeGreaterThanOrEqual(pages.length + 2)
  expect([...seen.scripts].filter((path) => !/A\.\w+$/.test(path))).toEqual([])
  // A reload shows the newest release.
  await page.reload()
  await shows(page, 'Your data')
  expect([...seen.scripts].some((path) => path.endsWith('C.js'))).toBe(true)
})

it('a page of an expired release reloads once and continues', async () => {
  const { page, deploy: put } = await openSite()
  // Never idle, so that it fetches nothing ahead.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await put('A', 0)
  await page.goto('/sign-in')
  await shows(page, 'Sign in')
  await put('B', 1)
  await put('C', 40)
  await put('D', 80)
  const seen = watch(page)
  await page.getByRole('link', { name: 'Create an account' }).click()
  await shows(page, 'Create your account')
  expect(seen.loads).toBe(1)
  expect(seen.missing.size).toBeGreaterThan(0)
  expect([...seen.scripts].every((path) => /D\.\w+$/.test(path))).toBe(true)
})
