import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectAccount, password } from '#e2e/support/pages.ts'
import { button, openProfile, profilePool } from '#e2e/support/profile.ts'

const refuse = async (cognito: TestPool, operation: string, type: string) =>
  cognito.faults({ operation, times: 1, type, message: 'No.' })

test.describe('in a pool that keeps the old address until the new one is verified', () => {
  test.use(profilePool)

  test('an expired code can be sent again, up to the limits of Cognito', async ({
    portal,
    cognito,
    axe,
  }) => {
    await portal.clock.install()
    await openProfile(portal, cognito)
    const next = cognito.address('lovelace')
    await button(portal, 'Change e-mail address').click()
    await portal.getByRole('dialog').getByLabel('New e-mail address').fill(next)
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    const code = portal.getByLabel('Code')
    await expect(code).toBeFocused()
    await cognito.mail(next)

    await refuse(cognito, 'VerifyUserAttribute', 'ExpiredCodeException')
    await code.fill('123456')
    await expect(portal.getByText('That code has expired. Send a new one.')).toBeVisible()
    await expect(code).toBeFocused()
    await axe()

    const again = portal.getByRole('button', { name: 'Send a new code' })
    await portal.clock.fastForward(31_000)
    await refuse(cognito, 'GetUserAttributeVerificationCode', 'LimitExceededException')
    await again.click()
    await expect(portal.getByText(/That was tried too many times/)).toBeVisible()
    await axe()
    await again.click()
    await expect(portal.getByText(/A new code is on its way/).last()).toBeVisible()
    const newest = await cognito.mail(next)

    await refuse(cognito, 'VerifyUserAttribute', 'LimitExceededException')
    await code.fill(newest)
    await expect(portal.getByText(/That was tried too many times/)).toBeVisible()
    await button(portal, 'Confirm').click()
    await expectAccount(portal, next)
    await expect(portal.locator('.details-row').first()).toBeFocused()
  })

  test('an address can be changed only after a recent sign-in', async ({
    portal,
    cognito,
    axe,
  }) => {
    await portal.clock.install()
    const email = await openProfile(portal, cognito)
    await portal.clock.fastForward(11 * 60_000)
    await button(portal, 'Change e-mail address').click()
    const asks = portal.getByRole('dialog', { name: 'Is it still you?' })
    await asks.getByLabel('Password', { exact: true }).fill(password)
    await asks.getByRole('button', { name: 'Go on' }).click()
    const field = portal.getByRole('dialog').getByLabel('New e-mail address')
    await expect(field).toBeFocused()
    await field.fill(email)
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText('This is the one you have. Enter another.')).toBeVisible()
    await axe()
    await field.fill('nobody')
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText(/needs an @/)).toBeVisible()
    await refuse(cognito, 'UpdateUserAttributes', 'CodeDeliveryFailureException')
    await field.fill(cognito.address('lovelace'))
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText(/The code could not be sent/)).toBeVisible()
    await axe()
  })
})

test.describe('in a pool that replaces the address at once', () => {
  const { Schema } = profilePool.poolSettings
  test.use({ poolSettings: { Schema } })

  test('a new address is not verified until its code is entered', async ({
    portal,
    cognito,
    axe,
  }) => {
    await openProfile(portal, cognito)
    const next = cognito.address('lovelace')
    await button(portal, 'Change e-mail address').click()
    await portal.getByRole('dialog').getByLabel('New e-mail address').fill(next)
    await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
    await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
    await expect(portal.getByText('Not verified', { exact: true })).toBeVisible()
    await expectAccount(portal, next)
    await axe()
    await cognito.mail(next)
    await button(portal, 'Later').click()
    await expect(portal.getByText('Enter the code we sent')).toHaveCount(0)

    await portal.reload()
    await refuse(cognito, 'GetUserAttributeVerificationCode', 'LimitExceededException')
    await button(portal, 'Verify this address').click()
    await expect(portal.getByText(/That was tried too many times/)).toBeVisible()
    await axe()
    await button(portal, 'Verify this address').click()
    await portal.getByLabel('Code').fill(await cognito.mail(next))
    await expect(portal.getByText('Verified', { exact: true })).toBeVisible()
    await expect(portal.locator('.app-user')).toHaveText(next)
  })
})
