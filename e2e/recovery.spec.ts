import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, newPassword, password, signIn } from '#e2e/support/pages.ts'

test('replaces a forgotten password and signs in with the new one', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('link', { name: 'Forgot password?' }).click()
  await expectPage(portal, 'Reset your password')
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await axe()
  await portal.getByRole('button', { name: 'Send code' }).click()

  await expect(portal).toHaveURL('/reset-password')
  await expect(portal.getByText(`If an account exists for ${email}`)).toBeVisible()
  await axe()
  await portal.getByLabel('Code').fill('000000')
  await portal.getByLabel('New password', { exact: true }).fill(newPassword)
  await portal.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(portal.getByText('That code is not right').first()).toBeVisible()
  await axe()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await portal.getByLabel('New password', { exact: true }).fill(newPassword)
  await portal.getByRole('button', { name: 'Save and sign in' }).click()
  await expectAccount(portal, email)

  await portal.getByRole('button', { name: 'Sign out' }).click()
  await signIn(portal, email, password)
  await expect(portal.getByRole('alert')).toContainText('is not right')
  await signIn(portal, email, newPassword)
  await expectAccount(portal, email)
})

test('does not reveal whether the account exists', async ({ portal, cognito }) => {
  const known = await cognito.createUser({ email: cognito.address('same'), password })
  const disabled = await cognito.createUser({ email: cognito.address('same'), password })
  await cognito.call('AdminDisableUser', { Username: disabled })
  const invited = await cognito.createUser({ email: cognito.address('same') })
  const seen = new Set<string>()
  for (const email of [known, disabled, invited, cognito.address('same')]) {
    await portal.goto('/forgot-password')
    await portal.getByLabel('E-mail address').fill(email)
    await portal.getByRole('button', { name: 'Send code' }).click()
    await expect(portal).toHaveURL('/reset-password')
    await expect(portal.getByText('If an account exists for')).toBeVisible()
    const text = (await portal.getByRole('main').textContent()) ?? ''
    seen.add(text.replaceAll(email, '(address)').replace(/in \d+ s/, 'in some seconds'))
  }
  expect([...seen]).toHaveLength(1)
})

test('goes back and forward between the steps', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/forgot-password')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Send code' }).click()
  await expectPage(portal, 'Choose a new password')
  await portal.goBack()
  await expectPage(portal, 'Reset your password')
  await portal.goForward()
  await expectPage(portal, 'Choose a new password')
  await portal.reload()
  await expectPage(portal, 'Choose a new password')
})
