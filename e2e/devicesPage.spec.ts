import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectPage, password, signIn } from '#e2e/support/pages.ts'

const list = (portal: Page) =>
  portal.getByRole('list', { name: 'Remembered devices' }).getByRole('listitem')

/** Signs in, and opens the devices page. */
async function open(portal: Page, cognito: TestPool, email?: string): Promise<string> {
  const who = email ?? (await cognito.createUser({ password }))
  await portal.goto('/account/devices')
  await signIn(portal, who)
  await expectPage(portal, 'Devices')
  return who
}

test.describe('a pool that remembers every device', () => {
  test.use({
    poolSettings: {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
    },
  })

  test('lists the devices, this one first, and forgets another', async ({
    portal,
    cognito,
    browser,
    axe,
  }) => {
    const email = await open(portal, cognito)
    const context = await browser.newContext()
    const json = await cognito.config()
    await context.route('**/portal.config.json', async (route) => route.fulfill({ json }))
    const other = await context.newPage()
    await other.goto(new URL('/account/devices', test.info().project.use.baseURL).href)
    await signIn(other, email)
    await expect(list(other)).toHaveCount(2)
    await context.close()

    await portal.reload()
    await expect(list(portal)).toHaveCount(2)
    await expect(list(portal).first()).toContainText('This device')
    await expect(list(portal).last()).toContainText('Last seen')
    await axe()
    await list(portal)
      .last()
      .getByRole('button', { name: /^Forget/ })
      .click()
    const dialog = portal.getByRole('alertdialog', { name: 'Forget this device?' })
    await expect(dialog.getByText(/asked for the second factor again/)).toBeVisible()
    await expect(dialog.getByText(/the device you are using/)).toHaveCount(0)
    await axe()
    await cognito.faults({ operation: 'ForgetDevice', times: 1, status: 500, body: 'no' })
    await dialog.getByRole('button', { name: 'Forget' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('button', { name: 'Forget' }).click()
    await expect(portal.locator('.toast')).toHaveText('The device is forgotten.')
    await expect(list(portal)).toHaveCount(1)
  })

  test('forgets this device, and says what that means', async ({ portal, cognito, axe }) => {
    const email = await open(portal, cognito)
    await list(portal)
      .getByRole('button', { name: /^Forget/ })
      .press('Enter')
    await expect(portal.getByText(/the device you are using/)).toBeVisible()
    await portal.keyboard.press('Tab')
    await portal.keyboard.press('Enter')
    await expect(portal.getByRole('alertdialog')).toBeHidden()
    await expect(portal.getByText('No device is remembered')).toBeVisible()
    await axe()
    await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
    await open(portal, cognito, email)
    await expect(list(portal)).toHaveCount(1)
  })

  test('shows a failed request at its place, and can be tried again', async ({
    portal,
    cognito,
    axe,
  }) => {
    await cognito.faults({ operation: 'ListDevices', times: 3, status: 500, body: 'no' })
    await open(portal, cognito)
    await expect(portal.getByText('Your devices could not be loaded')).toBeVisible()
    await axe()
    await portal.getByRole('button', { name: 'Try again' }).click()
    await expect(list(portal)).toHaveCount(1)
  })
})

test('says that a pool remembers no devices', async ({ portal, cognito, axe }) => {
  await open(portal, cognito)
  await expect(portal.getByText('This portal does not remember devices.')).toBeVisible()
  await axe()
})
