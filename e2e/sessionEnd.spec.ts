import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, signIn } from '#e2e/support/pages.ts'

const password = 'Correct-Horse-1'
const minutes = 60_000

/** Moves the clocks of these pages and of their vaults on; their timers run as they are. */
async function moveClocks(pages: Page[], by: number): Promise<void> {
  const move = (milliseconds: number) => {
    const { now } = Date
    Date.now = () => now() + milliseconds
  }
  for (const page of pages) {
    for (const worker of page.workers()) await worker.evaluate(move, by)
    await page.evaluate(move, by)
  }
}

test.use({ viewport: { width: 1280, height: 800 } })

test('a user who is away is asked in every tab, and signed out in every tab', async ({
  portal,
  cognito,
  axe,
}) => {
  test.slow()
  const context = portal.context()
  await configure(portal, cognito, {
    session: { idleMinutes: 5 },
    signUp: { attributes: ['name'] },
  })
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  const second = await context.newPage()
  await second.goto('/account')
  await expectAccount(second, email)
  await portal.getByRole('button', { name: 'Change your details' }).click()
  await portal.getByLabel('Full name').fill('Ada Lovelace')

  await moveClocks([portal, second], 4 * minutes)
  const dialog = portal.getByRole('alertdialog', { name: 'Are you still there?' })
  await expect(dialog).toBeVisible({ timeout: 15_000 })
  await expect(second.getByRole('alertdialog')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Stay signed in' }).first()).toBeFocused()
  await axe()
  await second.keyboard.press('x')
  await expect(dialog).toBeHidden()
  await expect(second.getByRole('alertdialog')).toBeHidden()
  await expect(portal.getByLabel('Full name')).toBeFocused()

  await moveClocks([portal, second], 6 * minutes)
  const reason = 'You were signed out because you were away.'
  await expect(portal.getByText(reason)).toBeVisible({ timeout: 15_000 })
  await expect(second.getByText(reason)).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await axe()
  await signIn(portal, email)
  await expect(portal.getByLabel('Full name')).toHaveValue('Ada Lovelace')
})

test('a session ends also where its notices cannot be fetched, and they are tried again', async ({
  portal,
  cognito,
  complaints,
}) => {
  test.slow()
  complaints.expect(/Failed to load resource/)
  await configure(portal, cognito, { session: { idleMinutes: 5 } })
  const email = await cognito.createUser({ password })
  const notices = '**/assets/notices-*.js'
  await portal.route(notices, async (route) => route.abort())
  const failed = portal.waitForEvent('requestfailed')
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await failed
  await moveClocks([portal], 6 * minutes)
  await expect(portal.getByText('You were signed out because you were away.')).toBeVisible({
    timeout: 15_000,
  })

  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.unroute(notices)
  await moveClocks([portal], 4 * minutes)
  // A fetch that was under way fails with the one before.
  await expect(async () => {
    await portal.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(portal.getByRole('alertdialog')).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 25_000 })
})
