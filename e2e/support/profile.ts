import type { Page } from '@playwright/test'
import type { TestPool } from './makeCognito.ts'
import { configure, expectAccount, password, signIn } from './pages.ts'

/** Settings of a pool with custom attributes, which verifies a new address before it replaces the old. */
export const profilePool = {
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
}

const profile = {
  attributes: [
    'email',
    'phone_number',
    'given_name',
    'birthdate',
    'locale',
    'zoneinfo',
    'gender',
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

/** Signs in, and opens the profile. */
export async function openProfile(
  portal: Page,
  cognito: TestPool,
  attributes: Record<string, string> = {},
): Promise<string> {
  const messages = { en: { 'attribute.custom:team': 'Your team' } }
  await configure(portal, cognito, { profile, messages })
  const email = await cognito.createUser({
    password,
    attributes: { given_name: 'Ada', 'custom:tenant': 'Acme', ...attributes },
  })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  return email
}

export const row = (portal: Page, name: string, value: string) =>
  portal.locator('.details-row').filter({ hasText: name }).getByText(value)

export const button = (portal: Page, name: string) =>
  portal.getByRole('button', { name, exact: true })
