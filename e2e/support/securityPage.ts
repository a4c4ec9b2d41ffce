import type { Page } from '@playwright/test'
import { relyingParty } from './cognitoEndpoint.ts'
import { expect } from './fixtures.ts'
import type { TestPool } from './makeCognito.ts'
import { configure, expectPage, password, signIn } from './pages.ts'
import { codeOf } from './totp.ts'

export const poolSettings = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  // Codes by email can be a second factor only if email alone cannot reset the password.
  AccountRecoverySetting: {
    RecoveryMechanisms: [
      { Name: 'verified_phone_number', Priority: 1 },
      { Name: 'verified_email', Priority: 2 },
    ],
  },
}

/** Every factor of the pool. */
export const everything = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
  EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  WebAuthnConfiguration: { RelyingPartyId: relyingParty, UserVerification: 'required' },
}

/** Signs in to a pool with every factor, and opens the security page. */
export async function openSecurity(
  portal: Page,
  cognito: TestPool,
  mfa: object = {},
): Promise<string> {
  await cognito.call('SetUserPoolMfaConfig', { ...everything, ...mfa })
  // This config also says what the pool offers.
  await configure(portal, cognito, {})
  const email = await cognito.createUser({ password })
  await portal.goto('/account/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Ways to sign in')
  return email
}

export const button = (portal: Page, name: string | RegExp) => portal.getByRole('button', { name })

export async function setUpApp(portal: Page): Promise<string> {
  await button(portal, /^Set up.*Authenticator app/).click()
  const dialog = portal.getByRole('dialog', { name: 'Set up an authenticator app' })
  await dialog.getByRole('button', { name: 'Show the key' }).click()
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('Code from the app').fill(codeOf(secret))
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog).toBeHidden()
  return secret
}
