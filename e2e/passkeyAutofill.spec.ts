import { expect, test } from '#e2e/support/fixtures.ts'
import {
  addAuthenticator,
  allowPasskeys,
  byPasskey,
  createOwner,
  passkeyPool,
} from '#e2e/support/passkeys.ts'
import { configure, expectAccount, expectPage, password } from '#e2e/support/pages.ts'

test.use(passkeyPool)

test('autofill offers the passkey of the account', async ({ portal, cognito }) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, byPasskey)
  const email = await createOwner(portal, cognito)
  await portal.goto('/account?tab=mine')
  const field = portal.getByLabel('E-mail address')
  await expect(field).toHaveAttribute('autocomplete', 'username webauthn')
  await field.fill(email)
  await expectAccount(portal, email)
  await expect(portal).toHaveURL('/account?tab=mine')
})

test('an account without a passkey signs in by the form as before', async ({
  portal,
  cognito,
  axe,
}) => {
  await addAuthenticator(portal)
  await allowPasskeys(cognito)
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH' } })
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  const offered = portal.waitForResponse((response) => response.url().startsWith(cognito.endpoint))
  await portal.getByLabel('E-mail address').fill(email)
  await offered
  await expectPage(portal, 'Sign in')
  await axe()
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'Enter your password')
})
