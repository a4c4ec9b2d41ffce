import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, password } from '#e2e/support/pages.ts'

// A pool with two first factors: a password or a code by email.
test.use({
  poolSettings: {
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  },
  clientSettings: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
})

const byName = { signIn: { flow: 'USER_AUTH' } }

test('asks for the username first, and then offers the methods of the user', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await configure(portal, cognito, byName)
  await portal.goto('/account')
  await expectPage(portal, 'Sign in')
  await expect(portal.getByLabel('Password')).toHaveCount(0)
  await axe()
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Continue' }).click()

  await expectPage(portal, 'How do you want to sign in?')
  await expect(portal).toHaveURL(/\/sign-in\/choose/)
  await axe()
  await portal.getByRole('button', { name: 'Password' }).click()
  await expectPage(portal, 'Enter your password')
  await axe()
  await portal.getByLabel('Password', { exact: true }).fill('Wrong-Horse-1')
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expect(portal.getByText('That password is not right.')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await portal.getByRole('button', { name: 'Code by e-mail' }).click()

  await expectPage(portal, 'Check your messages')
  await axe()
  const code = await cognito.mail(email)
  expect(code).toMatch(/^\d{8}$/)
  await portal.getByLabel('Code').fill(code)
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectAccount(portal, email)
  await expect(portal).toHaveURL('/account')
})

test('asks for the preferred method at once, and offers the others', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH', preferred: 'EMAIL_OTP' } })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'Check your messages')
  await portal.getByRole('button', { name: 'Use another way' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await portal.getByRole('button', { name: 'Password' }).click()
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectAccount(portal, email)
})

test('creates an account without a password and signs in with one code, also after a reload', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = cognito.address('new')
  const signUp = { password: false }
  await configure(portal, cognito, { ...byName, signUp })
  await portal.goto('/sign-up')
  await expectPage(portal, 'Create your account')
  await expect(portal.getByLabel('Password')).toHaveCount(0)
  await axe()
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Create account' }).click()
  await expectPage(portal, 'Check your messages')
  await portal.reload()
  await expectPage(portal, 'Check your messages')
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await expectAccount(portal, email)
})

test('asks the same of a username that does not exist', async ({ portal, cognito }) => {
  await configure(portal, cognito, byName)
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(cognito.address('nobody'))
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'How do you want to sign in?')
  await portal.getByRole('button', { name: 'Code by e-mail' }).click()
  await expectPage(portal, 'Check your messages')
  await portal.getByLabel('Code').fill('12345678')
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
})
