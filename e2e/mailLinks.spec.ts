import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, newPassword, password, signIn } from '#e2e/support/pages.ts'

test('the link of a confirmation email does nothing until the button is pressed', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = cognito.address('new')
  await cognito.call('SignUp', {
    ClientId: cognito.clientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  const code = await cognito.mail(email)
  await portal.goto(`/confirm?u=${encodeURIComponent(email)}&c=${code}`)
  await expectPage(portal, 'Confirm your e-mail address')
  await expect(portal).toHaveURL('/confirm')
  // Shortened to a line.
  await expect(portal.getByTitle(email)).toHaveText(/^new-.*….*@example\.com$/)
  await axe()
  // A mail scanner opens the link before the user: the code must not be used up.
  await portal.reload()
  await portal.getByRole('button', { name: 'Confirm' }).click()
  await expect(portal).toHaveURL('/sign-in')
  await expect(portal.getByText('Your e-mail address is confirmed.')).toBeVisible()
  await signIn(portal, email)
  await expectAccount(portal, email)
})

test('the link also signs in, in the browser that signed up', async ({ portal, cognito }) => {
  const email = cognito.address('new')
  await portal.goto('/sign-up')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Create account' }).click()
  await expectPage(portal, 'Check your messages')
  const code = await cognito.mail(email)
  const second = await portal.context().newPage()
  await second.goto(`/confirm?u=${encodeURIComponent(email)}&c=${code}`)
  await second.getByRole('button', { name: 'Confirm' }).click()
  await expectAccount(second, email)
  await expectAccount(portal, email)
})

test('the link of a recovery email asks for the new password only', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/forgot-password')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', { name: 'Send code' }).click()
  await expectPage(portal, 'Choose a new password')
  const code = await cognito.mail(email)
  await portal.goto(`/reset?u=${encodeURIComponent(email)}&c=${code}`)
  await expectPage(portal, 'Choose a new password')
  await expect(portal).toHaveURL('/reset')
  await expect(portal.getByLabel('Code')).toHaveCount(0)
  await axe()
  await portal.getByLabel('New password').fill(newPassword)
  await portal.getByRole('button', { name: 'Save and sign in' }).click()
  await expectAccount(portal, email)
})

test('says that a link is incomplete or expired, and offers the next step', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = cognito.address('new')
  await portal.goto('/confirm?u=ada')
  await expect(portal.getByText('This link is not complete.')).toBeVisible()
  await axe()
  await portal.goto(`/confirm?u=${encodeURIComponent(email)}&c=123456`)
  await portal.getByRole('button', { name: 'Confirm' }).click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
  await axe()
  await portal.goto(`/reset?u=${encodeURIComponent(email)}&c=123456`)
  await portal.getByLabel('New password').fill(newPassword)
  await portal.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
  await portal.getByRole('link', { name: 'Send a new code' }).click()
  await expectPage(portal, 'Reset your password')
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
})
