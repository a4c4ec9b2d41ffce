import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { launchOptions as chromiumOptions } from '#e2e/engines/chromium.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import {
  accountPages,
  configure,
  expectAccount,
  expectPage,
  password,
  signIn,
} from '#e2e/support/pages.ts'
import { button, row } from '#e2e/support/profile.ts'

// A browser that blocks all site data: storage, IndexedDB, Web Locks and, in Firefox, `new BroadcastChannel`
// throw, in pages and workers. The session then ends with its page.

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const firefoxUserPrefs = {
      ...launchOptions.firefoxUserPrefs,
      'network.cookie.cookieBehavior': 2,
    }
    await use({ ...launchOptions, firefoxUserPrefs })
  },

  // Chromium reads the setting from a profile, which only a persistent context has.
  context: async ({ context, browserName, launchOptions, baseURL }, use, testInfo) => {
    if (browserName !== 'chromium') return use(context)
    const profile = testInfo.outputPath('profile')
    await mkdir(join(profile, 'Default'), { recursive: true })
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences))
    const blocked = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      ...chromiumOptions({ readsProfile: true }),
      baseURL: baseURL ?? '',
    })
    await use(blocked)
    await blocked.close()
    await rm(profile, { recursive: true })
  },
})

test('signs in, edits the account and signs out, within one page', async ({
  portal,
  cognito,
  browserName,
}) => {
  const email = await cognito.createUser({ password, attributes: { given_name: 'Ada' } })
  await configure(portal, cognito, { profile: { attributes: ['email', 'given_name'] } })
  await portal.goto('/sign-in')
  const refused = ['localStorage', 'sessionStorage', 'indexedDB', 'locks']
  if (browserName === 'firefox') refused.push('BroadcastChannel')
  expect(await portal.evaluate(findRefused)).toEqual(refused)
  await signIn(portal, email)
  await expectAccount(portal, email)

  await button(portal, 'Change your details').click()
  await portal.getByLabel('First name').fill('Augusta')
  await button(portal, 'Save').click()
  await expect(row(portal, 'First name', 'Augusta')).toBeVisible()

  const menu = portal.getByRole('navigation')
  for (const [name, address] of accountPages) {
    await menu.getByRole('link', { name, exact: true }).click()
    await expectPage(portal, name)
    await expect(portal).toHaveURL(address)
  }
  await menu.getByRole('link', { name: 'Ways to sign in', exact: true }).click()
  await button(portal, 'Not now').click()
  await expect(button(portal, 'Not now')).toHaveCount(0)

  await portal.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark theme')
  await expect(portal.locator('html')).toHaveAttribute('data-theme', 'dark')

  await portal.reload()
  await expectPage(portal, 'Sign in')
  await signIn(portal, email)
  await expectPage(portal, 'Ways to sign in')
  await button(portal, 'Sign out').click()
  await expect(portal.getByText('You have signed out.')).toBeVisible()
})

/** Runs in the page. @returns names of the features that the browser denies to this site. */
async function findRefused(): Promise<string[]> {
  const attempts: Record<string, () => unknown> = {
    localStorage: () => localStorage.length,
    sessionStorage: () => sessionStorage.length,
    indexedDB: async () => indexedDB.databases(),
    locks: async () => navigator.locks.query(),
    BroadcastChannel: () => new BroadcastChannel('attempt').close(),
  }
  const refused: string[] = []
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt()
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      refused.push(name)
    }
  }
  return refused
}
