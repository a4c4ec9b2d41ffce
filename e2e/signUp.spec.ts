import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

test('signs up, confirms by code and signs in without typing the password again', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = cognito.address()
  await portal.goto('/sign-in')
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'Create your account')
  await expect(portal).toHaveTitle(/Create your account/)
  await axe()

  await portal.getByLabel('E-mail address').fill(email)
  const secret = portal.getByLabel('Password', { exact: true })
  await secret.fill('horse')
  const length = portal.getByRole('listitem').filter({ hasText: 'at least 8 characters' })
  await expect(length).toContainText('still needed')
  await portal.getByRole('button', { name: 'Create account' }).click()
  await expect(
    portal.getByText('That password does not meet the requirements.').first(),
  ).toBeVisible()
  await axe()

  await secret.fill(password)
  await expect(length).toContainText('done')
  await portal.getByRole('button', { name: 'Show password' }).click()
  await expect(secret).toHaveAttribute('type', 'text')
  await portal.getByRole('button', { name: 'Create account' }).click()

  await expect(portal).toHaveURL('/sign-up/confirm')
  await expect(portal.getByText('We sent a code to a***@e***.')).toBeVisible()
  const code = portal.getByLabel('Code')
  await expect(code).toBeFocused()
  await axe()
  await code.fill('000000')
  await expect(portal.getByText('That code is not right')).toBeVisible()
  await expect(code).toBeFocused()
  await axe()
  await code.fill(await cognito.mail(email))
  await expect(portal).toHaveURL('/account')
  await expectAccount(portal, email)
  await axe()
})

test('asks for the code again after a reload', async ({ portal, cognito }) => {
  const email = cognito.address()
  await portal.goto('/sign-up')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Create account' }).click()
  await expect(portal).toHaveURL('/sign-up/confirm')
  // Firefox reports a script whose loading is interrupted by a reload.
  await expect(portal.getByLabel('Code')).toBeVisible()
  await portal.reload()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('Your e-mail address is confirmed.')).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await signIn(portal, email)
  await expectAccount(portal, email)
})

test('shows the same step for an address that has an account already', async ({
  portal,
  cognito,
}) => {
  const taken = await cognito.createUser({ email: cognito.address(), password })
  const texts: (string | null)[] = []
  for (const email of [taken, cognito.address()]) {
    await portal.goto('/sign-up')
    await portal.getByLabel('E-mail address').fill(email)
    await portal.getByLabel('Password', { exact: true }).fill(password)
    await portal.getByRole('button', { name: 'Create account' }).click()
    await expect(portal).toHaveURL('/sign-up/confirm')
    await expect(portal.getByText('We sent a code')).toBeVisible()
    const text = await portal.getByRole('main').textContent()
    texts.push(text?.replace(/in \d+ s/, 'in some seconds') ?? null)
  }
  expect(texts[0]).toBe(texts[1])
})

test.describe('a pool that requires a name', () => {
  test.use({
    poolSettings: { Schema: [{ Name: 'given_name', Required: true, Mutable: true }] },
  })

  test('asks for the name at sign-up', async ({ portal, cognito, axe }) => {
    const email = cognito.address()
    await portal.goto('/sign-up')
    await portal.getByLabel('E-mail address').fill(email)
    await portal.getByLabel('Password', { exact: true }).fill(password)
    await portal.getByRole('button', { name: 'Create account' }).click()
    await expect(portal.getByRole('link', { name: 'First name is missing.' })).toBeVisible()
    await axe()
    await portal.getByLabel('First name').fill('Ada')
    await portal.getByRole('button', { name: 'Create account' }).click()
    await portal.getByLabel('Code').fill(await cognito.mail(email))
    await expectAccount(portal, email)
    await expect(portal.getByText('Ada', { exact: true })).toBeVisible()
  })
})

test.describe('a pool without self sign-up', () => {
  test.use({ poolSettings: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } } })

  test('says that sign-up is closed, and shows no form', async ({ portal, axe }) => {
    await portal.goto('/sign-in')
    await expect(portal.getByRole('link', { name: 'Create an account' })).toHaveCount(0)
    await portal.goto('/sign-up')
    await expectPage(portal, 'Accounts are by invitation')
    await axe()
  })
})
