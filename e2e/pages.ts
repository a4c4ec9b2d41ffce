import { expect, type Page } from '@playwright/test'

/** The password of everybody in these tests, until they choose another. */
export const password = 'Correct-Horse-1'
export const newPassword = 'Another-Horse-2'

/** Fills in the sign-in form and sends it off. The page has to be there. */
export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function expectAccount(page: Page, email: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: email })).toBeVisible()
}

/** Waits for the page of that heading, and that focus has gone to it or into it. */
export async function expectPage(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}
