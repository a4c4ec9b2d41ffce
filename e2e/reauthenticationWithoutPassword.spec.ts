import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { addAuthenticator, allowPasskeys, registerPasskey } from '#e2e/support/passkeys.ts'
import { configure, expectPage, password } from '#e2e/support/pages.ts'

// A pool where a sign-in starts with the username, and the user chooses the method.
test.use({
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] } },
  },
  clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
})

/** Signs in with the password, and opens the sensitive action 11 minutes later. */
async function openSensitiveAction(portal: Page, cognito: TestPool): Promise<string> {
  await cognito.createGroup('admins')
  const email = await cognito.createUser({ password, groups: ['admins'] })
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH', preferred: 'PASSWORD' } })
  await portal.clock.install()
  await portal.goto('/admin')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'Enter your password')
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectPage(portal, 'Administration')
  await portal.clock.fastForward(11 * 60_000)
  return email
}

const act = async (portal: Page) => portal.getByRole('button', { name: 'Do it' }).click()

test('re-authenticates with a code by email', async ({ portal, cognito, axe }) => {
  const email = await openSensitiveAction(portal, cognito)
  await act(portal)
  const dialog = portal.getByRole('dialog', { name: 'Is it still you?' })
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused()
  await axe()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByRole('button', { name: /Code by e-mail/ })).toBeVisible()
  await axe()
  await dialog.getByRole('button', { name: /Code by e-mail/ }).click()
  await dialog.getByLabel('Code').fill('00000000')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByText(/That code is not right/)).toBeVisible()
  await axe()
  await dialog.getByRole('button', { name: 'Use another way' }).click()
  await dialog.getByRole('button', { name: /Code by e-mail/ }).click()
  await expect(dialog.getByLabel('Code')).toHaveValue('')
  await dialog.getByLabel('Code').fill(await cognito.mail(email))
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast')).toHaveText(/Done/)
})

test('re-authenticates with a passkey, or the password', async ({ portal, cognito, axe }) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  const email = await openSensitiveAction(portal, cognito)
  await registerPasskey(portal, cognito, email)
  await act(portal)
  const dialog = portal.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await dialog.getByRole('button', { name: /Passkey/ }).click()
  await expect(dialog.getByRole('button', { name: 'Use passkey' })).toBeVisible()
  await axe()
  await dialog.getByRole('button', { name: 'Use passkey' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast')).toHaveText(/Done/)

  await portal.clock.fastForward(11 * 60_000)
  await act(portal)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await dialog.getByRole('button', { name: /^Password/ }).click()
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog).toBeHidden()
})
