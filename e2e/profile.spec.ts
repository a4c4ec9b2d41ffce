import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, password, signIn } from '#e2e/support/pages.ts'
import { button, openProfile, profilePool, row } from '#e2e/support/profile.ts'

test.use(profilePool)

test('each attribute has a suitable control, and is shown in readable form', async ({
  portal,
  cognito,
  axe,
}) => {
  await openProfile(portal, cognito, {
    address: '{"street_address":"12 Gate Street","locality":"London"}',
  })
  await expect(row(portal, 'Address', '12 Gate Street')).toBeVisible()
  await expect(row(portal, 'Tenant', 'Acme')).toBeVisible()
  await expect(row(portal, 'Language', 'Not given')).toBeVisible()
  await axe()

  await button(portal, 'Change your details').click()
  await expect(portal.getByLabel('First name')).toBeFocused()
  await expect(portal.getByLabel('Tenant')).toHaveCount(0)
  await axe()
  await portal.getByLabel('First name').fill('Augusta')
  await portal.getByLabel('Date of birth').fill('1815-12-10')
  await portal.getByRole('main').getByLabel('Language').selectOption('Icelandic')
  await portal.getByLabel('Time zone').selectOption({ label: 'Knox (Indiana)' })
  await portal.getByLabel('Gender').fill('Female')
  await portal.getByLabel('Address', { exact: true }).fill('1 New Road\nLeeds')
  await portal.getByLabel('Website').fill('https://example.com')
  await portal.getByLabel('Your team').selectOption('Blue')
  await portal.getByLabel('News').check()
  await button(portal, 'Save').click()
  await expect(portal.locator('.toast')).toHaveText(/Your changes are saved/)
  await expect(button(portal, 'Change your details')).toBeFocused()
  await expect(row(portal, 'First name', 'Augusta')).toBeVisible()
  await expect(row(portal, 'Date of birth', '1815')).toBeVisible()
  await expect(row(portal, 'Language', 'Icelandic')).toBeVisible()
  await expect(row(portal, 'Address', 'Leeds')).toBeVisible()
  await expect(row(portal, 'Time zone', 'America/Indiana/Knox')).toBeVisible()
  await expect(row(portal, 'Gender', 'Female')).toBeVisible()
  await expect(row(portal, 'Your team', 'Blue')).toBeVisible()
  await expect(row(portal, 'News', 'Yes')).toBeVisible()

  await portal.reload()
  await expect(row(portal, 'Website', 'https://example.com')).toBeVisible()
  await button(portal, 'Change your details').click()
  await expect(portal.getByLabel('Address', { exact: true })).toHaveValue('1 New Road\nLeeds')
  await portal.getByLabel('Website').fill('')
  await portal.getByLabel('Your team').selectOption('Not given')
  await button(portal, 'Save').click()
  await expect(row(portal, 'Website', 'Not given')).toBeVisible()
  await expect(row(portal, 'Your team', 'Not given')).toBeVisible()
})

test('keeps the input after an error, and sends changed attributes only', async ({
  portal,
  cognito,
  axe,
}) => {
  await openProfile(portal, cognito)
  const sent: string[] = []
  portal.context().on('request', (request) => {
    sent.push(request.headers()['x-amz-target'] ?? '')
  })
  await button(portal, 'Change your details').click()
  await button(portal, 'Save').click()
  await expect(button(portal, 'Change your details')).toBeVisible()
  expect(sent.filter((target) => /(Update|Delete)UserAttributes/.test(target))).toEqual([])

  await button(portal, 'Change your details').click()
  await portal.getByLabel('First name').fill('')
  await portal.getByLabel('Website').fill('example')
  await button(portal, 'Save').click()
  await expect(portal.getByText('First name is missing.').first()).toBeVisible()
  await expect(portal.getByText(/Website must be a web address/).first()).toBeVisible()
  await axe()
  const long = 'a'.repeat(30)
  await portal.getByLabel('First name').fill(long.repeat(69))
  await portal.getByLabel('Website').fill('')
  await button(portal, 'Save').click()
  await expect(portal.getByText('This is too long.').first()).toBeVisible()
  await portal.getByLabel('First name').fill('Augusta')
  await portal.getByLabel('Motto').fill(long)
  await button(portal, 'Save').click()
  await expect(portal.getByText('This is too long.').first()).toBeVisible()
  await expect(portal.getByLabel('Motto')).toHaveValue(long)
  await expect(portal.getByLabel('First name')).toHaveValue('Augusta')
  await axe()
  await button(portal, 'Cancel').click()
  await expect(row(portal, 'First name', 'Ada')).toBeVisible()
})

test('shows a failed request at its place, and can be tried again', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await cognito.createUser({ password })
  await cognito.faults({ operation: 'GetUser', times: 4, status: 500, body: 'no' })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal.getByText('Your details could not be loaded')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expectAccount(portal, email)
})
