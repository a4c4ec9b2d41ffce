import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, newPassword, password, signIn } from '#e2e/support/pages.ts'
import { button, openProfile, profilePool, row } from '#e2e/support/profile.ts'

test.use(profilePool)

test('a new address takes effect when its code is entered, and not before', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await openProfile(portal, cognito)
  const next = cognito.address('lovelace')
  await button(portal, 'Change e-mail address').click()
  const dialog = portal.getByRole('dialog', { name: 'Change e-mail address' })
  await expect(dialog.getByLabel('New e-mail address')).toBeFocused()
  await axe()
  await dialog.getByLabel('New e-mail address').fill(next)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  await expect(portal.getByLabel('Code')).toBeFocused()
  await expect(portal.getByText(`Until then, ${email} stays in use.`)).toBeVisible()
  await axe()
  const first = await cognito.mail(next)

  await portal.reload()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  await portal.getByLabel('Code').fill(first === '000000' ? '000001' : '000000')
  await button(portal, 'Confirm').click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
  await axe()
  await expect(portal.locator('.app-user')).toHaveText(email)
  await portal.getByLabel('Code').fill(first)
  await expect(portal.locator('.toast')).toHaveText(`${next} is confirmed.`)
  await expectAccount(portal, next)
  await expect(portal.locator('.app-user')).toHaveText(next)
  await expect(portal.getByText('Enter the code we sent')).toHaveCount(0)

  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signIn(portal, email)
  await expect(portal.getByRole('alert')).toBeVisible()
  await signIn(portal, next)
  await expectAccount(portal, next)
})

test('a pending address can be corrected, sent a new code, and cancelled', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await openProfile(portal, cognito)
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
  await button(portal, 'Correct it').click()
  await expect(field).toHaveValue(wrong)
  await field.fill(right)
  await go.click()
  await expect(portal.getByText(`Enter the code we sent to ${right}`)).toBeVisible()
  await button(portal, 'Keep the old one').click()
  await expect(portal.getByText('Enter the code we sent')).toHaveCount(0)
  await expect(portal.locator('.details-row').first()).toBeFocused()
  await expectAccount(portal, email)
})

test('a phone number is added, shown as not verified, and verified later', async ({
  portal,
  cognito,
  axe,
}) => {
  await openProfile(portal, cognito)
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
  await expect(portal.getByLabel('Code')).toBeFocused()
  await portal.getByLabel('Code').fill(await cognito.mail('+491712345678'))
  await expect(phone.getByText('Verified', { exact: true })).toBeVisible()
})

test('shows nothing of one user to the next', async ({ portal, cognito }) => {
  const ada = await openProfile(portal, cognito)
  await button(portal, 'Change e-mail address').click()
  const next = cognito.address('lovelace')
  await portal.getByRole('dialog').getByLabel('New e-mail address').fill(next)
  await portal.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await expect(portal.getByText(`Enter the code we sent to ${next}`)).toBeVisible()
  const grace = await cognito.createUser({ password, attributes: { given_name: 'Grace' } })
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expectPage(portal, 'Sign in')
  const kept = await portal.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept).not.toContain(next)
  await cognito.faults({ operation: 'GetUser', times: 1, delayMs: 1500 })
  await signIn(portal, grace)
  await expect(portal.getByRole('heading', { name: 'Your account' })).toBeVisible()
  await expect(portal.getByText(ada)).toHaveCount(0)
  await expect(portal.getByText(next)).toHaveCount(0)
  await expectAccount(portal, grace)
  await expect(row(portal, 'First name', 'Grace')).toBeVisible()
})
