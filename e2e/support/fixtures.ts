import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { test as base } from './cognitoFixtures.ts'
import { repairFill } from '#e2e/engines/firefox.ts'
import { type ConsoleWatch, watchConsole } from './watchConsole.ts'
import { type TokenWatch, watchTokens } from './watchTokens.ts'

interface Fixtures {
  /** A page of the portal with the config of `cognito`, like every page of its context. */
  portal: Page
  /** Fails on any accessibility violation in the current state of the portal, or of another page. */
  axe: (page?: Page, options?: Parameters<typeof expectAccessible>[1]) => Promise<void>
  /** Checks after each test that no token is readable by a page. */
  tokens: TokenWatch
  /** Checks after each test for unexpected console errors, warnings and CSP violations. */
  complaints: ConsoleWatch
}

export const test = base.extend<Fixtures>({
  context: async ({ context, browserName }, use) => {
    if (browserName === 'firefox') await repairFill(context)
    await use(context)
  },

  portal: async ({ page, context, cognito }, use) => {
    const config = await cognito.config()
    await context.route('**/portal.config.json', async (route) => route.fulfill({ json: config }))
    await use(page)
  },

  axe: async ({ page, browserName }, use) => {
    await use(async (other, options) => {
      // Chromium only: axe-core crashes Firefox's content process. The document is the same in both.
      if (browserName === 'chromium') await expectAccessible(other ?? page, options)
    })
  },

  complaints: [
    async ({ context, cognitoEndpoint }, use) => {
      const watch = await watchConsole(context, cognitoEndpoint.endpoint)
      await use(watch)
      expect(watch.problems(), 'the browser complained').toEqual([])
    },
    { auto: true },
  ],

  tokens: [
    // Depends on `complaints`, so that the scan cannot add to them.
    async ({ context, complaints }, use) => {
      void complaints
      const watch = await watchTokens(context)
      await use(watch)
      expect(await watch.leaks(), 'tokens where a page can read them').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
