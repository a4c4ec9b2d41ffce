import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, expectAccount, expectPage, password } from '#e2e/support/pages.ts'
import {
  addAuthenticator,
  allowPasskeys,
  byPasskey,
  createOwner,
  submitUsername,
  passkeyPool,
} from '#e2e/support/passkeys.ts'

test.use(passkeyPool)

const button = (page: Page) => page.getByRole('button', { name: 'Use passkey' })

/** Signs in with the password instead. */
async function signInWithPassword(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(page, 'How do you want to sign in?')
  await page.getByRole('button', { name: 'Password' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expectAccount(page, email)
}

/** Makes each sign-in ask for a passkey of another site, as a misconfigured pool would. */
const askForForeignPasskey = async (cognito: TestPool) =>
  cognito.faults({
    operation: 'InitiateAuth',
    status: 200,
    body: JSON.stringify({
      ChallengeName: 'WEB_AUTHN',
      Session: 'x'.repeat(64),
      ChallengeParameters: {
        CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({
          challenge: 'AAAA',
          rpId: 'example.com',
          timeout: 60_000,
          allowCredentials: [],
          userVerification: 'preferred',
        }),
      },
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'],
    }),
  })

test('says that the pool uses passkeys of another site, and signs in with the password', async ({
  portal,
  cognito,
  axe,
  complaints,
}) => {
  complaints.expect(/uncaught: .*RP ID "example.com" is invalid for this domain/)
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await askForForeignPasskey(cognito)
  await submitUsername(portal, email)
  await expect(portal.getByRole('alert')).toHaveText(/Passkeys do not work at this address/)
  await expect(button(portal)).toBeHidden()
  await axe()
  await cognito.faults()
  await signInWithPassword(portal, email)
})

test('says that the browser has no passkeys, and signs in with the password', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await portal.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'))
  await submitUsername(portal, email)
  await expect(portal.getByRole('alert')).toHaveText(/This browser cannot use passkeys/)
  await expect(button(portal)).toBeHidden()
  await axe()
  await signInWithPassword(portal, email)
})

test('a device without user verification fails when the pool requires it', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal, { hasUserVerification: false, isUserVerified: false })
  await allowPasskeys(cognito, { UserVerification: 'preferred' })
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await submitUsername(portal, email)
  await expectAccount(portal, email)
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await allowPasskeys(cognito)
  await submitUsername(portal, email)
  await expect(portal.getByText('Cancelled. Nothing has changed')).toBeVisible()
  await axe()
  await signInWithPassword(portal, email)
})

test('Cognito rejects a passkey without user verification when it is required only then', async ({
  portal,
  cognito,
}) => {
  const device = { hasUserVerification: false, isUserVerified: false }
  await addAuthenticator(portal, device)
  await allowPasskeys(cognito, { UserVerification: 'preferred' })
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cognito.faults({ operation: 'RespondToAuthChallenge', times: 1, delayMs: 2000 })
  await submitUsername(portal, email)
  await expectPage(portal, 'Use your passkey')
  await allowPasskeys(cognito)
  await expect(portal.getByText('That passkey was not accepted.')).toBeVisible()
  await signInWithPassword(portal, email)
})

test('leaving the page cancels the passkey prompt, which can be started again', async ({
  portal,
  cognito,
  axe,
}) => {
  const { cdp, authenticatorId } = await addAuthenticator(portal)
  const attend = async (enabled: boolean) =>
    cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await attend(false)
  await submitUsername(portal, email)
  await expectPage(portal, 'Use your passkey')
  await expect(button(portal)).toHaveAttribute('aria-busy', 'true')
  await axe()
  await portal.getByRole('link', { name: 'Back to sign in' }).click()
  await expect(portal.getByLabel('E-mail address')).toBeVisible()

  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expect(button(portal)).toHaveAttribute('aria-busy', 'true')
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await attend(true)
  await portal.getByRole('button', { name: 'Passkey' }).click()
  await expectAccount(portal, email)
})

test('asks for the passkey again when the Cognito session has expired', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cognito.faults({
    operation: 'RespondToAuthChallenge',
    times: 1,
    type: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
  await submitUsername(portal, email)
  await expect(portal.getByRole('alert')).toHaveText(
    'That took a little too long. Use your passkey once more.',
  )
  await axe()
  await button(portal).click()
  await expectAccount(portal, email)
})
