import { expect, type Page } from '@playwright/test'
import type { TestPool } from './makeCognito.ts'

/** Initial password of all users in these tests. */
export const password = 'Correct-Horse-1'
export const newPassword = 'Another-Horse-2'

/** Account menu without its first entry: name, which is also the heading, and address. */
export const accountPages = [
  ['Ways to sign in', '/account/sign-in'],
  ['Password', '/account/password'],
  ['Devices', '/account/devices'],
  ['Sessions', '/account/sessions'],
  ['Connected accounts', '/account/identities'],
  ['Access', '/account/access'],
  ['Your data', '/account/data'],
] as const

/** Fills in and submits the sign-in form, which must be open. */
export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function expectAccount(page: Page, email: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: email })).toBeVisible()
}

/** Waits for the page of that heading, and for the focus to be on or in it. */
export async function expectPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

/** Adds these sections to the portal's config, from the next load on. */
export async function configure(
  page: Page,
  cognito: TestPool,
  sections: Record<string, unknown>,
): Promise<void> {
  const json = Object.assign({}, await cognito.config(), sections)
  await page.context().route('**/portal.config.json', async (route) => route.fulfill({ json }))
}

/** Serves a picture at this path, as an operator's site would. */
export async function serveSvg(page: Page, path: string, fill: string): Promise<void> {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="${fill}"/><path d="M9 28 20 10l11 18Z" fill="#fff"/></svg>`
  await page
    .context()
    .route(`**${path}`, async (route) => route.fulfill({ contentType: 'image/svg+xml', body }))
}
