import { expect, test } from '#e2e/support/fixtures.ts'
import { expectPage, password, signIn } from '#e2e/support/pages.ts'
import { codeOf } from '#e2e/support/totp.ts'

test('a sensitive action asks to sign in again after a while, and then continues', async ({
  portal,
  cognito,
  axe,
}) => {
  await cognito.createGroup('admins')
  const email = await cognito.createUser({ password, groups: ['admins'] })
  await portal.clock.install()
  await portal.goto('/admin')
  await signIn(portal, email)
  await expectPage(portal, 'Administration')
  const act = portal.getByRole('button', { name: 'Do it' })
  const done = portal.getByText('Done. You have shown that it is you.')
  await act.click()
  await expect(done.last()).toBeVisible()
  await portal.clock.fastForward(11 * 60_000)
  await expect(portal.locator('.toast')).toHaveCount(0)

  await act.click()
  const dialog = portal.getByRole('dialog', { name: 'Is it still you?' })
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused()
  await axe()
  await portal.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(act).toBeFocused()
  await expect(portal.locator('.toast')).toHaveCount(0)

  await act.click()
  await dialog.getByLabel('Password', { exact: true }).fill('Wrong-Horse-1')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByText('That password is not right.')).toBeVisible()
  await axe()
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast')).toHaveText(/Done/)
  await portal.reload()
  await expectPage(portal, 'Administration')
})

test('asks for the second factor, too', async ({ portal, cognito, axe }) => {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await cognito.createGroup('admins')
  const email = await cognito.createUser({ password, groups: ['admins'] })
  await portal.clock.install()
  await portal.goto('/admin')
  await signIn(portal, email)
  await expectPage(portal, 'Set up your authenticator app')
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  await portal.getByLabel('Code from the app').fill(codeOf(secret))
  await portal.getByRole('button', { name: 'Turn on and continue' }).click()
  await expectPage(portal, 'Administration')
  await portal.clock.fastForward(11 * 60_000)
  await portal.getByRole('button', { name: 'Do it' }).click()
  const dialog = portal.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByLabel('Code')).toBeFocused()
  await axe()
  await dialog.getByLabel('Code').fill(codeOf(secret, 1))
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast')).toHaveText(/Done/)
})
