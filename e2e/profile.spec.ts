import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { CognitoWorld } from './makeCognito.ts'
import { configure, expectAccount, newPassword, password, signIn } from './pages.ts'

test.use({
  poolSettings: {
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    Schema: [
      { Name: 'team', AttributeDataType: 'String', Mutable: true },
      { Name: 'news', AttributeDataType: 'Boolean', Mutable: true },
      {
        Name: 'motto',
        AttributeDataType: 'String',
        Mutable: true,
        StringAttributeConstraints: { MaxLength: '20' },
      },
      { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
    ],
  },
})

const profile = {
  attributes: [
    'email',
    'phone_number',
    'given_name',
    'birthdate',
    'locale',
    'zoneinfo',
    'address',
    'website',
    'custom:team',
    'custom:news',
    'custom:motto',
    'custom:tenant',
  ],
  readOnly: ['custom:tenant'],
  required: ['given_name'],
  controls: { 'custom:team': 'Red | Blue', 'custom:news': 'boolean' },
}

async function open(
  portal: Page,
  cognito: CognitoWorld,
  attributes: Record<string, string> = {},
): Promise<string> {
  const words = { en: { 'attribute.custom:team': 'Your team' } }
  await configure(portal, cognito, { profile, words })
  const email = await cognito.createUser({
    password,
    attributes: { given_name: 'Ada', 'custom:tenant': 'Acme', ...attributes },
  })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  return email
}

const row = (portal: Page, name: string, value: string) =>
  portal.locator('.details-row').filter({ hasText: name }).getByText(value)

const button = (portal: Page, name: string) => portal.getByRole('button', { name, exact: true })

test('each attribute has the control that suits it, and is shown as people read it', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito, {
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
  await portal.getByRole('main').getByLabel('Language').selectOption('German')
  await portal.getByLabel('Time zone').selectOption('Europe/London')
  await portal.getByLabel('Address', { exact: true }).fill('1 New Road\nLeeds')
  await portal.getByLabel('Website').fill('https://example.com')
  await portal.getByLabel('Your team').selectOption('Blue')
  await portal.getByLabel('News').check()
  await button(portal, 'Save').click()
  await expect(portal.locator('.toast')).toHaveText(/Your changes are saved/)
  await expect(row(portal, 'First name', 'Augusta')).toBeVisible()
  await expect(row(portal, 'Date of birth', '1815')).toBeVisible()
  await expect(row(portal, 'Language', 'German')).toBeVisible()
  await expect(row(portal, 'Address', 'Leeds')).toBeVisible()
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

test('what was typed survives a refusal, and nothing is sent that did not change', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito)
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

test('another address counts when its code is given, and not before', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
  const next = cognito.address('lovelace')
  await button(portal, 'Change e-mail address').click()
  const dialog = portal.getByRole('dialog', { name: 'Change e-mail address' })
  await expect(dialog.getByLabel('New e-mail address')).toBeFocused()
  await axe()
  await dialog.getByLabel('New e-mail address').fill(next)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  await expect(portal.getByText(`Until then, ${email} stays in use.`)).toBeVisible()
  await axe()
  const first = await cognito.mail(next)

  await portal.reload()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  await portal.getByLabel('Code').fill(first === '000000' ? '000001' : '000000')
  await button(portal, 'Confirm').click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
  await axe()
  await expect(portal.locator('.house-who')).toHaveText(email)
  await portal.getByLabel('Code').fill(first)
  await expect(portal.locator('.toast')).toHaveText(`${next} is confirmed.`)
  await expectAccount(portal, next)
  await expect(portal.locator('.house-who')).toHaveText(next)
  await expect(portal.getByText('Enter the code we sent')).toHaveCount(0)

  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signIn(portal, email)
  await expect(portal.getByRole('alert')).toBeVisible()
  await signIn(portal, next)
  await expectAccount(portal, next)
})

test('an address that is pending can be corrected, asked again and given up', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
  const taken = await cognito.createUser({ password: newPassword })
  await button(portal, 'Change e-mail address').click()
  const field = portal.getByRole('dialog').getByLabel('New e-mail address')
  const go = portal.getByRole('dialog').getByRole('button', { name: 'Continue' })
  await field.fill(taken)
  await go.click()
  await expect(portal.getByText(/belongs to another account/)).toBeVisible()
  await expect(field).toHaveValue(taken)
  await axe()
  const [wrong, right] = [cognito.address('lovelcae'), cognito.address('lovelace')]
  await field.fill(wrong)
  await go.click()
  await button(portal, 'Correct the address').click()
  await expect(field).toHaveValue(wrong)
  await field.fill(right)
  await go.click()
  await expect(portal.getByText(`Enter the code we sent to ${right}`)).toBeVisible()
  await button(portal, 'Keep the old one').click()
  await expect(portal.getByText('Enter the code we sent')).toHaveCount(0)
  await expectAccount(portal, email)
})

test('a phone number is added, shown as not verified, and verified later', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito)
  await button(portal, 'Add a phone number').click()
  const dialog = portal.getByRole('dialog', { name: 'Add a phone number' })
  await dialog.getByLabel('Country').selectOption('DE')
  await dialog.getByLabel('New phone number').fill('0171 2345678')
  await axe()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(dialog).toBeHidden()
  const phone = portal.locator('.details-row').filter({ hasText: 'Phone number' })
  await expect(phone.getByText('+491712345678')).toBeVisible()
  await expect(phone.getByText('Not verified')).toBeVisible()
  await axe()
  await button(portal, 'Verify this number').click()
  await expect(portal.getByText('Enter the code we sent to +491712345678')).toBeVisible()
  await portal.getByLabel('Code').fill(await cognito.mail('+491712345678'))
  await expect(phone.getByText('Verified', { exact: true })).toBeVisible()
})

test('says where it failed, and can be tried again', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await cognito.faults({ operation: 'GetUser', times: 3, status: 500, body: 'no' })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expect(portal.getByText('Your details could not be loaded')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expectAccount(portal, email)
})

test('nothing of one person is seen by the next', async ({ portal, cognito }) => {
  const ada = await open(portal, cognito)
  await button(portal, 'Change e-mail address').click()
  const next = cognito.address('lovelace')
  await portal.getByRole('dialog').getByLabel('New e-mail address').fill(next)
  await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  const grace = await cognito.createUser({ password, attributes: { given_name: 'Grace' } })
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await cognito.faults({ operation: 'GetUser', times: 1, delayMs: 1500 })
  await signIn(portal, grace)
  await expect(portal.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(portal.getByText(ada)).toHaveCount(0)
  await expect(portal.getByText(next)).toHaveCount(0)
  await expectAccount(portal, grace)
  await expect(row(portal, 'First name', 'Grace')).toBeVisible()
})
