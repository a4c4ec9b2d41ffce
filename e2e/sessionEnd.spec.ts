import type { BrowserContext } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, signIn } from '#e2e/support/pages.ts'

const password = 'Correct-Horse-1'
const minutes = 60_000

/** Shifts the clock of every page and vault; their timers run on as they are. */
const shiftedClock = `{
  const now = Date.now
  let shift = 0
  Date.now = () => now() + shift
  new BroadcastChannel('test-clock').addEventListener('message', ({ data }) => { shift = data })
};`

async function shiftClocks(context: BrowserContext): Promise<void> {
  await context.addInitScript(shiftedClock)
  await context.route(/\/assets\/worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: shiftedClock + (await response.text()) })
  })
}

test.use({ viewport: { width: 1280, height: 800 } })

test('a user who is away is asked in every tab, and signed out in every tab', async ({
  portal,
  cognito,
  axe,
}) => {
  test.slow()
  const context = portal.context()
  const { session, signUp } = await cognito.config()
  await configure(portal, cognito, {
    session: { ...session, idleMinutes: 5 },
    signUp: { ...signUp, attributes: ['name'] },
  })
  await shiftClocks(context)
  const clock = await context.newPage()
  await clock.goto('/portal.config.schema.json')
  const shift = (by: number) =>
    clock.evaluate((value) => new BroadcastChannel('test-clock').postMessage(value), by)

  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  const second = await context.newPage()
  await second.goto('/account')
  await expectAccount(second, email)
  await portal.getByRole('button', { name: 'Change your details' }).click()
  await portal.getByLabel('Full name').fill('Ada Lovelace')

  await shift(4 * minutes)
  const dialog = portal.getByRole('alertdialog', { name: 'Are you still there?' })
  await expect(dialog).toBeVisible({ timeout: 15_000 })
  await expect(second.getByRole('alertdialog')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Stay signed in' }).first()).toBeFocused()
  await axe()
  await second.keyboard.press('x')
  await expect(dialog).toBeHidden()
  await expect(second.getByRole('alertdialog')).toBeHidden()
  await expect(portal.getByLabel('Full name')).toBeFocused()

  await shift(10 * minutes)
  const reason = 'You were signed out because you were away.'
  await expect(portal.getByText(reason)).toBeVisible({ timeout: 15_000 })
  await expect(second.getByText(reason)).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await axe()
  await portal.goBack()
  await expectPage(portal, 'Sign in')
  await signIn(portal, email)
  await expect(portal.getByLabel('Full name')).toHaveValue('Ada Lovelace')
})
