import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, signIn } from '#e2e/support/pages.ts'
import {
  button,
  everything,
  openSecurity,
  poolSettings,
  setUpApp,
} from '#e2e/support/securityPage.ts'
import { codeOf } from '#e2e/support/totp.ts'

test.use({ poolSettings })

const rowOf = (portal: Page, name: string) => portal.getByRole('listitem').filter({ hasText: name })

test('sets up, uses, replaces and turns off an authenticator app', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await openSecurity(portal, cognito)
  await expect(portal.getByText('You have one way to sign in')).toBeVisible()
  await axe()
  await button(portal, /^Set up.*Authenticator app/).click()
  const dialog = portal.getByRole('dialog', { name: 'Set up an authenticator app' })
  await dialog.getByRole('button', { name: 'Show the key' }).press('Enter')
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  await axe()
  await dialog.getByLabel('Code from the app').fill('000000')
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog.getByText(/That code is not right/)).toBeVisible()
  await axe()
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('Code from the app').fill(codeOf(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(portal.locator('.toast')).toHaveText('Turned on: Authenticator app.')
  await expect(rowOf(portal, 'Authenticator app')).toContainText('On')
  await expect(portal.getByText('You have one way to sign in')).toHaveCount(0)
  await axe()

  await button(portal, 'Sign out').last().click()
  await signIn(portal, email)
  await expectPage(portal, 'Enter the code from your app')
  await portal.getByLabel('Code').fill(codeOf(secret, 1))
  await portal.getByRole('link', { name: 'Ways to sign in' }).click()

  await button(portal, /^Turn off.*Authenticator app/).click()
  const confirm = portal.getByRole('alertdialog', { name: 'Turn this off?' })
  await expect(confirm.getByText(/your password alone lets in/)).toBeVisible()
  await axe()
  await confirm.getByRole('button', { name: 'Turn off' }).click()
  await expect(portal.locator('.toast')).toHaveText('Turned off: Authenticator app.')
  await button(portal, 'Sign out').last().click()
  await signIn(portal, email)
  await expectAccount(portal, email)
})

test('keeps a place for the QR code until it arrives', async ({ portal, cognito }) => {
  let arrive: () => void = () => undefined
  const late = new Promise<void>((resolve) => (arrive = resolve))
  await portal.route('**/assets/Qr-*.js', async (route) => late.then(async () => route.continue()))
  await openSecurity(portal, cognito)
  await button(portal, /^Set up.*Authenticator app/).click()
  const dialog = portal.getByRole('dialog', { name: 'Set up an authenticator app' })
  await dialog.getByRole('button', { name: 'Show the key' }).click()
  const turnOn = dialog.getByRole('button', { name: 'Turn on' })
  const before = await turnOn.boundingBox()
  arrive()
  await expect(dialog.getByRole('img')).toBeVisible()
  expect(await turnOn.boundingBox()).toEqual(before)
})

test('turns on codes by email beside the app, and prefers them', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await openSecurity(portal, cognito)
  await setUpApp(portal)
  await button(portal, /^Turn on.*Code by e-mail/).click()
  await expect(portal.locator('.toast').last()).toHaveText('Turned on: Code by e-mail.')
  const preferred = portal.getByLabel('Asked for first')
  await expect(preferred).toHaveValue('SOFTWARE_TOKEN_MFA')
  await axe()
  // The choice is shown at once; a reload before Cognito has answered would undo it.
  const saved = portal.context().waitForEvent('requestfinished', {
    predicate: (request) =>
      request.headers()['x-amz-target']?.endsWith('.SetUserMFAPreference') ?? false,
  })
  await preferred.selectOption('Code by e-mail')
  await saved
  await portal.reload()
  await expect(preferred).toHaveValue('EMAIL_OTP')
  await button(portal, 'Sign out').last().click()
  await signIn(portal, email)
  await expectPage(portal, 'Check your messages')
})

test('says which contact a factor needs, and links to it', async ({ portal, cognito }) => {
  await openSecurity(portal, cognito, {
    SmsMfaConfiguration: {
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sns' },
      SmsAuthenticationMessage: 'It is {####}',
    },
  })
  const sms = rowOf(portal, 'Code by text message')
  await expect(sms).toContainText('Needs a phone number that is verified')
  await sms.getByRole('link', { name: 'Go to your account' }).click()
  await expectPage(portal, 'Your account')
})

test('keeps the last factor when the pool requires one', async ({ portal, cognito, axe }) => {
  await openSecurity(portal, cognito)
  await setUpApp(portal)
  await cognito.call('SetUserPoolMfaConfig', { ...everything, MfaConfiguration: 'ON' })
  await button(portal, /^Turn off.*Authenticator app/).click()
  const confirm = portal.getByRole('alertdialog')
  await confirm.getByRole('button', { name: 'Turn off' }).click()
  await expect(confirm.getByText(/your account needs a second factor/)).toBeVisible()
  await axe()
})

test('does not repeat the suggestion after "Not now"', async ({ portal, cognito }) => {
  await openSecurity(portal, cognito)
  await button(portal, 'Not now').click()
  await expect(portal.getByText('You have one way to sign in')).toHaveCount(0)
  await portal.reload()
  await expect(portal.getByText('No passkey yet')).toBeVisible()
  await expect(portal.getByText('You have one way to sign in')).toHaveCount(0)
})

test('shows a failed request at its place, and can be tried again', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.faults(
    { operation: 'GetUserAuthFactors', times: 3, status: 500, body: 'no' },
    { operation: 'ListWebAuthnCredentials', times: 3, status: 500, body: 'no' },
  )
  await openSecurity(portal, cognito)
  await expect(portal.getByText('Your ways to sign in could not be loaded')).toBeVisible()
  await expect(portal.getByText('Your passkeys could not be loaded')).toBeVisible()
  await axe()
  const tryAgain = (name: string) =>
    portal.getByRole('region', { name }).getByRole('button', { name: 'Try again' }).click()
  await tryAgain('Second factor')
  await tryAgain('Passkeys')
  await expect(portal.getByText('No passkey yet')).toBeVisible()
})
