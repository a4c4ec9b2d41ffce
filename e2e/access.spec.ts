import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, expectPage, password, signIn } from '#e2e/support/pages.ts'

/** Signs in a user of these groups, and opens the access page. */
async function open(
  portal: Page,
  cognito: TestPool,
  { groups = [], api = {} }: { groups?: string[]; api?: object } = {},
): Promise<string> {
  for (const group of groups) await cognito.createGroup(group)
  const email = await cognito.createUser({ password, groups })
  await configure(portal, cognito, { api })
  await portal.goto('/account/access')
  await signIn(portal, email)
  await expectPage(portal, 'Access')
  return email
}

const sample = { origins: ['self'], me: '/api/me' }

const card = (page: Page, name: string) => page.getByRole('region', { name })

test('shows the sign-in, the groups and the claims, and the answer of the API', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito, { groups: ['members'], api: sample })
  const facts = card(portal, 'Your sign-in')
  await expect(facts.getByText('look after your account')).toBeVisible()
  await expect(facts.getByText('15 minutes, then it is renewed by itself').first()).toBeVisible()
  await expect(facts.getByRole('term').filter({ hasText: 'Shown by' })).toHaveCount(0)
  await expect(card(portal, 'Your groups').getByText('members')).toBeVisible()
  const api = card(portal, 'What the service says')
  await expect(api.getByRole('definition').filter({ hasText: /^members$/ })).toBeVisible()
  await axe()

  const claims = card(portal, 'For your support desk')
  await expect(claims.getByText('cognito:groups').first()).toBeHidden()
  for (const name of ['ID token: who you are', 'Access token: what you may do']) {
    await claims.getByText(name).click()
  }
  await expect(claims.getByText('["members"]').first()).toBeVisible()
  await expect(claims.getByText('token_use').last()).toBeVisible()
  await axe()
  await portal.setViewportSize({ width: 320, height: 640 })
  const wide = await portal.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
})

test('names the AWS role of the groups', async ({ portal, cognito }) => {
  const roleOf = (name: string) => `arn:aws:iam::123456789012:role/${name}`
  await cognito.call('CreateGroup', {
    GroupName: 'writers',
    RoleArn: roleOf('write'),
    Precedence: 2,
  })
  await cognito.call('CreateGroup', {
    GroupName: 'readers',
    RoleArn: roleOf('read'),
    Precedence: 1,
  })
  const email = await cognito.createUser({ password, groups: ['writers', 'readers'] })
  await portal.goto('/account/access')
  await signIn(portal, email)
  const groups = card(portal, 'Your groups')
  const role = groups.getByRole('term').filter({ hasText: /^AWS role$/ })
  await expect(role.locator('+ dd')).toHaveText(roleOf('read'))
  const others = groups.getByRole('term').filter({ hasText: 'AWS roles to choose from' })
  await expect(others.locator('+ dd')).toHaveText(roleOf('write'))
})

test('an API that refuses the user says why, and accepts them after they joined a group', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.createGroup('admins')
  const email = await open(portal, cognito, {
    api: { origins: ['self'], me: '/api/admin/members' },
  })
  const api = card(portal, 'What the service says')
  await expect(api.getByText('The service does not let you in')).toBeVisible()
  await expect(
    api.getByText('The service says: Only members of the group admins may see this.'),
  ).toBeVisible()
  await expect(card(portal, 'Your groups').getByText('You are in no group.')).toBeVisible()
  await axe()

  await cognito.call('AdminAddUserToGroup', { Username: email, GroupName: 'admins' })
  await portal.getByRole('button', { name: 'Renew now' }).click()
  await expect(card(portal, 'Your groups').getByText('admins')).toBeVisible()
  await expect(api.getByText('ada@example.com')).toBeVisible()
  await expect(portal.getByText('Renewed. This is how it stands now.').last()).toBeVisible()
})

test('a failed renewal shows its error beside its button', async ({ portal, cognito, axe }) => {
  await open(portal, cognito)
  await cognito.faults({ operation: 'GetTokensFromRefreshToken', times: 3, status: 500, body: '' })
  await portal.getByRole('button', { name: 'Renew now' }).click()
  await expect(card(portal, 'Your groups').getByText('The service is having trouble')).toBeVisible()
  await axe()
})

test('an unreachable API can be called again', async ({ portal, cognito, axe }) => {
  await portal.context().route('**/api/me', async (route) => route.abort('connectionrefused'))
  await open(portal, cognito, { groups: ['members'], api: sample })
  const api = card(portal, 'What the service says')
  await expect(api.getByText('The service could not be asked')).toBeVisible()
  await axe()
  await portal.context().unroute('**/api/me')
  await api.getByRole('button', { name: 'Try again' }).click()
  await expect(api.getByRole('definition').filter({ hasText: /^members$/ })).toBeVisible()
})

test('an API that rejects the token has an error of its own', async ({ portal, cognito, axe }) => {
  const bearers = new Set<string | undefined>()
  await portal.context().route('**/api/me', async (route) => {
    bearers.add(route.request().headers()['authorization'])
    await route.fulfill({ status: 401 })
  })
  await open(portal, cognito, { api: sample })
  const api = card(portal, 'What the service says')
  await expect(api.getByText('The service does not accept your sign-in')).toBeVisible()
  expect(bearers.size, 'the token was renewed before the second try').toBe(2)
  await axe()
})

test('sends the token to no origin that the config does not name', async ({ portal, cognito }) => {
  let asked = 0
  await portal.context().route('https://api.example.com/**', async (route) => {
    asked += 1
    await route.fulfill({ json: {} })
  })
  await open(portal, cognito, { api: { origins: [], me: 'https://api.example.com/me' } })
  const api = card(portal, 'What the service says')
  await expect(api.getByText('This portal is not set up correctly.')).toBeVisible()
  expect(asked).toBe(0)
})

test('shows no API section when the config names no API', async ({ portal, cognito }) => {
  await open(portal, cognito)
  await expect(card(portal, 'For your support desk')).toBeVisible()
  await expect(card(portal, 'What the service says')).toHaveCount(0)
})
