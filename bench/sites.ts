import { chromium } from '@playwright/test'
import { launchOptions } from '#e2e/engines/chromium.ts'
import { securityHeaders } from '#edge/headers.ts'
import {
  buildBaked,
  buildGatehouse,
  buildPeer,
  installPeers,
  type PeerName,
  writeStaticForm,
} from './build.ts'
import { serve, type StaticServer } from './serve.ts'
import type { BenchPool } from './startCognito.ts'

/** Pages of the benchmark. `amplify` is the one that all others are compared with. */
export const siteTitles = {
  amplify: 'Amplify Authenticator',
  'amplify-headless': 'Amplify headless',
  'identity-js': 'bare identity-js',
  'router-query': 'React + router + query',
  'native-floor': 'native floor',
  'static-form': 'static form',
  gatehouse: 'Gatehouse',
  baked: 'Gatehouse, data baked in',
} as const

export type SiteName = keyof typeof siteTitles

export interface Site extends StaticServer {
  name: SiteName
  /** Address of the sign-in page. */
  signIn: string
  /** Address of the page of a signed-in user. */
  account: string
}

export type Sites = Record<SiteName, Site>

/** Builds and serves every page of the benchmark for this pool. */
export async function openSites(pool: BenchPool): Promise<Sites & AsyncDisposable> {
  installPeers()
  const opened: Site[] = []
  const open = async (name: SiteName, folder: string, options?: Parameters<typeof serve>[1]) => {
    const server = await serve(folder, options)
    const [signIn, account] = [
      new URL('/sign-in', server.origin),
      new URL('/account', server.origin),
    ]
    const site = { ...server, name, signIn: signIn.href, account: account.href }
    opened.push(site)
    return site
  }
  const peer = async (name: PeerName) => open(name, await buildPeer(name, pool))

  const headers = securityHeaders({ cognito: pool })
  const folder = await buildGatehouse(pool)
  const gatehouse = await open('gatehouse', folder, { headers })
  const staticForm = await writeStaticForm(await drawnHtml(gatehouse.signIn), folder)
  const sites: Sites = {
    amplify: await peer('amplify'),
    'amplify-headless': await peer('amplify-headless'),
    'identity-js': await peer('identity-js'),
    'router-query': await peer('router-query'),
    'native-floor': await peer('native-floor'),
    'static-form': await open('static-form', staticForm, { headers }),
    gatehouse,
    baked: await open('baked', await buildBaked(), { index: 'bench/baked/index.html', headers }),
  }
  return {
    ...sites,
    async [Symbol.asyncDispose]() {
      for (const site of opened) await site[Symbol.asyncDispose]()
    },
  }
}

/** The HTML of a page after it has been drawn. */
async function drawnHtml(address: string): Promise<string> {
  await using browser = await chromium.launch(launchOptions())
  const page = await browser.newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.locator('input[name=password]').waitFor()
  return await page.evaluate(() => document.documentElement.outerHTML)
}
