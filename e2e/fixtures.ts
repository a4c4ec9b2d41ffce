import { expect, type Page, test as base } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { type CognitoPlace, findCognito } from './cognitoPlace.ts'
import { repairFill } from './engines/firefox.ts'
import { type CognitoWorld, makeCognito } from './makeCognito.ts'
import { type ConsoleWatch, watchConsole } from './watchConsole.ts'
import { type TokenWatch, watchTokens } from './watchTokens.ts'

interface Fixtures {
  /** What differs from a careful pool and client, in the words of CreateUserPool(Client). */
  poolSettings: Record<string, unknown>
  clientSettings: Record<string, unknown>
  /** The user pool of this test alone. */
  cognito: CognitoWorld
  /** A page of the portal in front of `cognito`; so is every other page of its context. */
  portal: Page
  /** Fails on any accessibility violation of the portal as it is now, or of another page. */
  axe: (page?: Page) => Promise<void>
  /** After each test: no token anywhere that a page can look. */
  tokens: TokenWatch
  /** After each test: no error or warning in a console, and no CSP violation, that was not expected. */
  complaints: ConsoleWatch
}

export const test = base.extend<Fixtures, { place: CognitoPlace }>({
  poolSettings: [{}, { option: true }],
  clientSettings: [{}, { option: true }],

  place: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
    async ({}, use, { project }) => {
      await use(await findCognito(project.use.baseURL ?? ''))
    },
    { scope: 'worker' },
  ],

  cognito: async ({ place, poolSettings, clientSettings }, use) => {
    const cognito = await makeCognito(place, poolSettings, clientSettings)
    await use(cognito)
    await cognito.faults()
    await cognito.call('DeleteUserPool', {})
  },

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
    await use(async (other) => {
      // Chromium only: axe-core crashes Firefox's content process. The document is the same in both.
      if (browserName === 'chromium') await expectAccessible(other ?? page)
    })
  },

  complaints: [
    async ({ context, place }, use) => {
      const watch = await watchConsole(context, place.endpoint)
      await use(watch)
      expect(watch.problems(), 'the browser complained').toEqual([])
    },
    { auto: true },
  ],

  tokens: [
    // After `complaints`, so that looking around cannot add to them.
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
