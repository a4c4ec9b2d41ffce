import type { Page } from '@playwright/test'
import { relyingParty } from '#e2e/support/cognitoEndpoint.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { addAuthenticator } from '#e2e/support/passkeys.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'
import { codeOf } from '#e2e/support/totp.ts'

test.use({
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    // Codes by email can be a second factor only if email alone cannot reset the password.
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Name: 'verified_phone_number', Priority: 1 },
        { Name: 'verified_email', Priority: 2 },
      ],
    },
  },
})

const everything = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  WebAuthnConfiguration: { RelyingPartyId: relyingParty, UserVerification: 'required' },
}

/** Signs in to a pool with every factor, and opens the security page. */
async function open(portal: Page, cognito: TestPool, mfa: object = {}): Promise<string> {
  await cognito.call('SetUserPoolMfaConfig', { ...everything, ...mfa })
  // This config also says what the pool offers.
  await configure(portal, cognito, {})
  const email = await cognito.createUser({ password })
  await portal.goto('/account/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Ways to sign in')
  return email
}

const button = (portal: Page, name: string | RegExp) => portal.getByRole('button', { name })
const rowOf = (portal: Page, name: string) => portal.getByRole('listitem').filter({ hasText: name })

async function setUpApp(portal: Page): Promise<string> {
  await button(portal, /^Set up.*Authenticator app/).click()
  const dialog = portal.getByRole('dialog', { name: 'Set up an authenticator app' })
  await dialog.getByRole('button', { name: 'Show the key' }).click()
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('Code from the app').fill(codeOf(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog).toBeHidden()
  return secret
}

test('sets up, uses, replaces and turns off an authenticator app', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
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
  await open(portal, cognito)
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
  const email = await open(portal, cognito)
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
  await open(portal, cognito, {
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
  await open(portal, cognito)
  await setUpApp(portal)
  await cognito.call('SetUserPoolMfaConfig', { ...everything, MfaConfiguration: 'ON' })
  await button(portal, /^Turn off.*Authenticator app/).click()
  const confirm = portal.getByRole('alertdialog')
  await confirm.getByRole('button', { name: 'Turn off' }).click()
  await expect(confirm.getByText(/your account needs a second factor/)).toBeVisible()
  await axe()
})

test('adds and deletes a passkey', async ({ portal, cognito, axe }) => {
  const { cdp, authenticatorId } = await addAuthenticator(portal)
  await open(portal, cognito)
  await expect(portal.getByText('No passkey yet')).toBeVisible()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await button(portal, 'Add a passkey').click()
  await expect(portal.getByText('Cancelled. Nothing has changed.')).toBeVisible({ timeout: 20_000 })
  await axe()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast')).toHaveText('The passkey is added.')
  const passkeys = portal.getByRole('list', { name: 'Passkeys' }).getByRole('listitem')
  await expect(passkeys).toHaveCount(1)
  await expect(passkeys).toContainText('Added')
  await axe()

  await button(portal, 'Add a passkey').click()
  await expect(portal.getByText(/This device has a passkey/)).toBeVisible()
  await axe()

  await passkeys.getByRole('button', { name: /^Delete/ }).click()
  const confirm = portal.getByRole('alertdialog', { name: 'Delete this passkey?' })
  await axe()
  await confirm.getByRole('button', { name: 'Delete' }).click()
  await expect(portal.locator('.toast').last()).toHaveText('The passkey is deleted.')
  await expect(portal.getByText('No passkey yet')).toBeVisible()
})

const passkeysAs = (FactorConfiguration: string) => ({
  WebAuthnConfiguration: { ...everything.WebAuthnConfiguration, FactorConfiguration },
})

test('keeps passkeys usable beside an app, and lets the user decide', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await open(portal, cognito, passkeysAs('MULTI_FACTOR_WITH_USER_VERIFICATION'))
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast')).toHaveText('The passkey is added.')
  const alone = portal.getByRole('switch', { name: 'Sign in with a passkey alone' })
  await expect(alone).toHaveCount(0)
  await setUpApp(portal)
  await expect(alone).toBeChecked()
  await axe()
  await alone.click()
  await expect(portal.getByText(/Your passkeys are paused/)).toBeVisible()
  await portal.reload()
  await expect(alone).not.toBeChecked()
  await axe()
  await alone.click()
  await expect(alone).toBeChecked()
})

test('says that passkeys are paused where they count as one factor', async ({
  portal,
  cognito,
}) => {
  await addAuthenticator(portal)
  await open(portal, cognito, passkeysAs('SINGLE_FACTOR'))
  await setUpApp(portal)
  await button(portal, 'Add a passkey').click()
  await expect(portal.locator('.toast').last()).toHaveText('The passkey is added.')
  await expect(
    portal.getByText(/Your passkeys are paused while a second factor is on/),
  ).toBeVisible()
  await expect(portal.getByRole('switch')).toHaveCount(0)
})

test('a browser without WebAuthn is not offered a passkey', async ({ portal, cognito, axe }) => {
  await portal.context().addInitScript('delete globalThis.PublicKeyCredential')
  await open(portal, cognito)
  await expect(portal.getByText('This browser cannot make passkeys.')).toBeVisible()
  await expect(button(portal, 'Add a passkey')).toHaveCount(0)
  await axe()
})

test('does not repeat the suggestion after "Not now"', async ({ portal, cognito }) => {
  await open(portal, cognito)
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
  await open(portal, cognito)
  await expect(portal.getByText('Your ways to sign in could not be loaded')).toBeVisible()
  await expect(portal.getByText('Your passkeys could not be loaded')).toBeVisible()
  await axe()
  await button(portal, 'Try again').first().click()
  await button(portal, 'Try again').click()
  await expect(portal.getByText('No passkey yet')).toBeVisible()
})
