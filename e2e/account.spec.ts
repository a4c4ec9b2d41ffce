import { expect, test } from './fixtures.ts'
import { expectAccount, expectPage, password, signIn } from './pages.ts'

test('shows what Cognito knows, the groups, and how long the session lasts', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.createGroup('admins')
  await cognito.createGroup('members')
  const email = await cognito.createUser({
    password,
    attributes: { given_name: 'Ada' },
    groups: ['admins', 'members'],
  })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await expect(portal.getByText('Verified', { exact: true })).toBeVisible()
  await expect(portal.getByText('Ada', { exact: true })).toBeVisible()
  await expect(portal.getByRole('listitem').filter({ hasText: 'members' })).toBeVisible()
  await expect(portal.getByText('in 12 hours')).toBeVisible()
  await axe()

  await cognito.call('AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'given_name', Value: 'Augusta' }],
  })
  await portal.reload()
  await expect(portal.getByRole('definition').filter({ hasText: 'Augusta' })).toBeVisible()

  await portal.getByRole('link', { name: 'Admin' }).click()
  await expectPage(portal, 'Administration')
  await axe()
})

test('tells others what a page for members is missing', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/admin')
  await signIn(portal, email)
  await expectPage(portal, 'You do not have access to this page')
  await expect(portal).toHaveURL('/admin')
  await expect(portal.getByText('members of the group admins')).toBeVisible()
  await axe()
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
