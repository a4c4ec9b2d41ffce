import { expect, test } from '#e2e/support/fixtures.ts'
import { accountPages, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

test('links the account pages, and shows the current attributes', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.createGroup('admins')
  const email = await cognito.createUser({
    password,
    attributes: { given_name: 'Ada' },
    groups: ['admins'],
  })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await expect(portal.getByText('Verified', { exact: true })).toBeVisible()
  await expect(portal.getByText('Ada', { exact: true })).toBeVisible()
  await cognito.call('AdminUpdateUserAttributes', {
    Username: email,
    UserAttributes: [{ Name: 'given_name', Value: 'Augusta' }],
  })
  await portal.reload()
  await expect(portal.getByRole('definition').filter({ hasText: 'Augusta' })).toBeVisible()

  for (const [name, address] of accountPages) {
    const link = portal.getByRole('navigation').getByRole('link', { name, exact: true })
    await link.click()
    await expectPage(portal, name)
    await expect(portal).toHaveURL(address)
    await expect(portal).toHaveTitle(`${name} – Gatehouse`)
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(portal.getByRole('heading', { level: 1 })).toBeFocused()
  }
  await portal.getByRole('link', { name: 'Admin' }).click()
  await expectPage(portal, 'Administration')
  await axe()
  await portal.goto('/account/nowhere')
  await expectPage(portal, 'This page does not exist')
})

test('names the missing group on a page for members', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/admin')
  await signIn(portal, email)
  await expectPage(portal, 'You do not have access to this page')
  await expect(portal).toHaveURL('/admin')
  await expect(portal.getByText('members of the group admins')).toBeVisible()
  await axe()
})
