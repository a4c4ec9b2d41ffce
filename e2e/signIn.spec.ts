import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, newPassword, password, signIn } from '#e2e/support/pages.ts'

const wrong = 'That e-mail address or password is not right. Check both and try again.'

test('signs in by SRP: the password never leaves the browser', async ({
  portal,
  cognito,
  axe,
  browserName,
}) => {
  const email = await cognito.createUser({ password })
  const sent: string[] = []
  portal.context().on('request', (request) => sent.push(request.url(), request.postData() ?? ''))
  await portal.goto('/sign-in')
  await axe()
  await signIn(portal, email)
  await expectAccount(portal, email)
  await expect(portal).toHaveTitle(/Your account/)
  // BiDi reports no bodies. In Firefox, this checks the addresses; the client allows SRP only.
  if (browserName === 'chromium') {
    expect(sent.some((text) => text.includes('PASSWORD_CLAIM_SIGNATURE'))).toBe(true)
  }
  expect(sent.filter((text) => text.includes(password))).toEqual([])
})

test('shows the same error for a wrong password and an unknown user', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email, 'Wrong-Horse-1')
  await expect(portal.getByRole('alert')).toContainText(wrong)
  await expect(portal).toHaveTitle(/^Error: /)
  await axe()
  const first = await portal.getByRole('main').textContent()
  await portal.reload()
  await signIn(portal, cognito.address('nobody'))
  await expect(portal.getByRole('alert')).toContainText(wrong)
  expect(await portal.getByRole('main').textContent()).toBe(first)
})

test('names a missing value at its field', async ({ portal, axe }) => {
  await portal.goto('/sign-in')
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expect(portal.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
  await portal.getByRole('link', { name: 'Enter your password.' }).click()
  await expect(portal.getByLabel('Password', { exact: true })).toBeFocused()
  await axe()
})

test('says that a user is disabled', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await cognito.call('AdminDisableUser', { Username: email })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal.getByRole('alert')).toContainText('This account is switched off.')
  await axe()
})

test('asks to wait after too many attempts', async ({ portal, cognito, axe }) => {
  // The lock starts at a second and doubles, so slow attempts need more tries to meet it.
  test.slow()
  const email = await cognito.createUser({ password })
  const alert = portal.getByRole('alert')
  await portal.goto('/sign-in')
  await expect(async () => {
    const refused = portal
      .context()
      .waitForEvent('response', (response) => response.status() === 400)
    await signIn(portal, email, 'Wrong-Horse-1')
    await refused
    await expect(portal.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy')
    await expect(alert).toContainText('Too many wrong passwords.', { timeout: 200 })
  }).toPass({ intervals: [0] })
  await axe()
})

test('sends an unconfirmed user a new code, and asks for it', async ({ portal, cognito, axe }) => {
  const email = cognito.address()
  await cognito.call('SignUp', {
    ClientId: cognito.clientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  const first = await cognito.mail(email)
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal).toHaveURL('/sign-up/confirm')
  const second = await cognito.mail(email)
  expect(second).not.toBe(first)
  await axe()
  await portal.getByLabel('Code').fill(second)
  await expectAccount(portal, email)
})

test('asks a user whose password was reset for a new one', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await cognito.call('AdminResetUserPassword', { Username: email })
  await cognito.mail(email)
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal).toHaveURL('/reset-password')
  await expect(
    portal.getByText('An administrator asked you to choose a new password'),
  ).toBeVisible()
  await axe()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await portal.getByLabel('New password', { exact: true }).fill(newPassword)
  await portal.getByRole('button', { name: 'Save and sign in' }).click()
  await expectAccount(portal, email)
})

test.describe('the first sign-in of an invited user', () => {
  test.use({
    poolSettings: {
      Schema: [
        { Name: 'family_name', Required: true, Mutable: true },
        { Name: 'birthdate', Required: true, Mutable: true },
        { Name: 'phone_number', Required: true, Mutable: true },
      ],
    },
  })

  test('asks for a new password and the attributes that the pool requires', async ({
    portal,
    cognito,
    axe,
  }) => {
    const email = await cognito.createUser()
    await portal.goto('/sign-in')
    await signIn(portal, email, await cognito.mail(email))
    await expect(portal).toHaveURL('/sign-in/new-password')
    await expectPage(portal, 'Choose your password')
    await axe()
    await portal.getByLabel('New password', { exact: true }).fill(password)
    await portal.getByLabel('Last name').fill('Lovelace')
    await portal.getByLabel('Date of birth').fill('1815-12-10')
    await portal.getByLabel('Phone number').fill('20 79')
    await portal.getByRole('button', { name: 'Save and continue' }).click()
    await expect(
      portal.getByRole('link', { name: /Phone number does not look right/ }),
    ).toBeVisible()
    await axe()
    await portal.getByLabel('Phone number').fill('020 7946 0123')
    await portal.getByLabel('Country').selectOption('GB')
    await portal.getByRole('button', { name: 'Save and continue' }).click()
    await expectAccount(portal, email)
    await expect(portal.getByRole('definition').filter({ hasText: 'Lovelace' })).toBeVisible()
    await expect(portal.getByRole('definition').filter({ hasText: '+442079460123' })).toBeVisible()
  })
})

test('shows an outage, keeps the input, and works again', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await cognito.faults({
    operation: 'InitiateAuth',
    times: 1,
    status: 500,
    body: '<html>no</html>',
  })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal.getByRole('alert')).toContainText('The service is having trouble.')
  await axe()
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectAccount(portal, email)
})
