import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { fetchNothingAhead } from '#e2e/support/fetchNothingAhead.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'
import { expectAnnouncements, recordAnnouncements } from '#e2e/support/recordAnnouncements.ts'

// The browser's own offline switch.

const offlineText = /^You are offline/

/** Waits until a page of the account, and what tells that the browser is offline, have been fetched ahead. */
async function waitForFile(page: Page, name: string) {
  const fetched = (part: string) =>
    performance.getEntriesByType('resource').some((entry) => entry.name.includes(part))
  for (const part of [name, 'account-shared', 'notices']) {
    await expect.poll(() => page.evaluate(fetched, part)).toBe(true)
  }
}

async function comeBack(context: BrowserContext, page: Page) {
  await context.setOffline(false)
  await expect(page.getByRole('complementary')).toHaveCount(0)
}

test('says so in the account, keeps what is there, and reads the rest when online again', async ({
  portal,
  context,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await waitForFile(portal, 'SessionsPage')
  const spoken = await recordAnnouncements(portal)

  await context.setOffline(true)
  await expect(portal.getByRole('complementary')).toBeInViewport({ ratio: 1 })
  await expectAccount(portal, email)
  await axe()
  await expectAnnouncements(spoken).toEqual([expect.stringMatching(offlineText)])

  await portal.getByRole('link', { name: 'Sessions' }).click()
  await expectPage(portal, 'Sessions')
  await expect(portal.getByText('The service cannot be reached')).toBeVisible()
  await portal.getByRole('link', { name: 'Account', exact: true }).click()
  await expectAccount(portal, email)

  await portal.getByRole('link', { name: 'Sessions' }).click()
  await expect(portal.getByText('The service cannot be reached')).toBeVisible()
  await comeBack(context, portal)
  await expect(portal.getByText('This session')).toBeVisible()
  await expect(portal.getByText('The service cannot be reached')).toHaveCount(0)
})

test('shows in the frame that a page is not there, and the page when online again', async ({
  portal,
  context,
  cognito,
  complaints,
  axe,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module/)
  await fetchNothingAhead(portal)
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)

  await context.setOffline(true)
  await portal.getByRole('link', { name: 'Devices' }).click()
  await expectPage(portal, 'This page could not be loaded')
  await expect(portal.getByRole('heading', { level: 1 })).toBeFocused()
  await axe()
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expectPage(portal, 'This page could not be loaded')
  await portal.getByRole('link', { name: 'Account', exact: true }).click()
  await expectAccount(portal, email)
  await portal.getByRole('link', { name: 'Devices' }).click()
  await expectPage(portal, 'This page could not be loaded')

  await comeBack(context, portal)
  await expectPage(portal, 'Devices')
  await expect(portal.getByRole('heading', { level: 1 })).toBeFocused()
})

test('shows that a step around the sign-in is not there, and the step when online again', async ({
  portal,
  context,
  complaints,
  axe,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module/)
  await fetchNothingAhead(portal)
  await portal.goto('/sign-in')
  await context.setOffline(true)
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'This page could not be loaded')
  await axe()
  await context.setOffline(false)
  await expectPage(portal, 'Create your account')
})
