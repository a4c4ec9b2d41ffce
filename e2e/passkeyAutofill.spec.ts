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

for (const file of ['assets/main-*.js', 'portal.config.json']) {
  test(`a name that is typed before ${file} arrives is known, too`, async ({ portal, cognito }) => {
    await addAuthenticator(portal)
    await allowPasskeys(cognito)
    await configure(portal, cognito, { signIn: { flow: 'USER_AUTH' } })
    let arrive: () => void = () => undefined
    const late = new Promise<void>((resolve) => (arrive = resolve))
    await portal
      .context()
      .route(`**/${file}`, async (route) => late.then(async () => route.fallback()))
    await portal.goto('/sign-in', { waitUntil: 'commit' })
    const name = portal.getByLabel('E-mail address')
    await name.fill('ada@example.com')
    const offered = portal.waitForResponse((response) =>
      response.url().startsWith(cognito.endpoint),
    )
    arrive()
    await offered
    await expect(name).toHaveValue('ada@example.com')
  })
}

test('without passkeys in the config, nothing is sent while the name is typed', async ({
  portal,
  cognito,
}) => {
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH', passkeys: false } })
  const email = await cognito.createUser({ password })
  const sent: string[] = []
  portal.on('request', (request) => {
    if (request.url().startsWith(cognito.endpoint)) sent.push(request.url())
  })
  await portal.clock.install()
  await portal.goto('/sign-in')
  // The page of this config: the prerendered one asks for the password, too, and its timers would wait for the clock.
  await expect(portal.getByRole('button', { name: 'Continue' })).toBeVisible()
  await portal.getByLabel('E-mail address').fill(email)
  await portal.clock.runFor(10_000)
  expect(sent).toEqual([])
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'Enter your password')
  expect(sent).toHaveLength(1)
})

test.describe('an account that can only sign in with a code', () => {
  test.use({
    poolSettings: {
      Policies: {
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      },
    },
  })

  test('is sent one code, which serves the sign-in', async ({ portal, cognito }) => {
    await addAuthenticator(portal)
    await allowPasskeys(cognito)
    await configure(portal, cognito, { signIn: { flow: 'USER_AUTH' } })
    const Username = cognito.address()
    await cognito.call('SignUp', { ClientId: cognito.clientId, Username })
    await cognito.call('AdminConfirmSignUp', { Username })
    const UserAttributes = [{ Name: 'email_verified', Value: 'true' }]
    await cognito.call('AdminUpdateUserAttributes', { Username, UserAttributes })
    await portal.goto('/sign-in')
    const offered = portal.waitForResponse((response) =>
      response.url().startsWith(cognito.endpoint),
    )
    await portal.getByLabel('E-mail address').fill(Username)
    await offered
    const code = await cognito.mail(Username)
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expectPage(portal, 'Check your messages')
    // Another code would have replaced this one.
    await portal.getByLabel('Code').fill(code)
    await portal.getByRole('button', { name: 'Continue' }).click()
    await expectAccount(portal, Username)
  })
})
