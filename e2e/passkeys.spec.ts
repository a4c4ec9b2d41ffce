import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage } from '#e2e/support/pages.ts'
import {
  addAuthenticator,
  allowPasskeys,
  byPasskey,
  createOwner,
  submitUsername,
  registerPasskey,
  passkeyPool,
} from '#e2e/support/passkeys.ts'

test.use(passkeyPool)

test('signs in with the username and a passkey', async ({ portal, cognito }) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await submitUsername(portal, email)
  await expectAccount(portal, email)
})

test('a declined prompt is shown as cancelled; a second try or another method signs in', async ({
  portal,
  cognito,
  axe,
}) => {
  const { cdp, authenticatorId } = await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await submitUsername(portal, email)
  await expectPage(portal, 'Use your passkey')
  await expect(portal).toHaveURL('/sign-in/passkey')
  await expect(portal.getByText('Cancelled. Nothing has changed')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await portal.getByRole('button', { name: 'Passkey' }).click()
  await expectAccount(portal, email)
})

test('a passkey that Cognito rejects can be tried again', async ({ portal, cognito, axe }) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await cognito.faults({
    operation: 'RespondToAuthChallenge',
    times: 1,
    type: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
  await submitUsername(portal, email)
  await expect(portal.getByText('That passkey was not accepted.')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Use passkey' }).click()
  await expectAccount(portal, email)
})

test('a device registers no second passkey for the same user', async ({ portal, cognito }) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  const email = await createOwner(portal, cognito)
  await expect(registerPasskey(portal, cognito, email)).rejects.toThrow(/InvalidStateError/)
})

test('a browser without WebAuthn offers the other methods, or says why not', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH' } })
  const email = await createOwner(portal, cognito)
  await portal.context().addInitScript('delete globalThis.PublicKeyCredential')
  await submitUsername(portal, email)
  await expectPage(portal, 'How do you want to sign in?')
  await expect(portal.getByRole('button', { name: /^Password/ })).toBeVisible()
  await expect(portal.getByRole('button', { name: /^Passkey/ })).toHaveCount(0)

  await configure(portal, cognito, byPasskey)
  await submitUsername(portal, email)
  await expectPage(portal, 'Use your passkey')
  await expect(portal.getByText('This browser cannot use passkeys.')).toBeVisible()
  await expect(portal.getByRole('button', { name: 'Use passkey' })).toHaveCount(0)
  await axe()
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
})
