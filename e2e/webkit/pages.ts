import { password } from '#e2e/support/pages.ts'
import { expect } from './fixtures.ts'
import type { WebKitPage } from './openPage.ts'

/** Fills in and submits the sign-in form, which must be open. */
export async function signIn(page: WebKitPage, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', 'Sign in').click()
}

/** Waits for the page of that heading to be loaded. */
export async function expectPage(page: WebKitPage, heading: string): Promise<void> {
  await page.getByRole('heading', heading).waitFor()
  await expect.poll(async () => page.getByRole('img', 'Loading…').allTexts()).toEqual([])
  expect(await page.getByRole('alert').allTexts(), 'the page reports a problem').toEqual([])
}

export async function expectAccount(page: WebKitPage, email: string): Promise<void> {
  await expectPage(page, 'Your account')
  const facts = page.getByRole('definition')
  await expect.poll(async () => (await facts.allTexts()).join('\n')).toContain(email)
}
