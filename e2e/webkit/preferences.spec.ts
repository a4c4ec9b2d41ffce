import { password } from '#e2e/support/pages.ts'
import { expect, test } from './fixtures.ts'
import { expectPage } from './pages.ts'

test('shows Arabic, from right to left', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByRole('combobox', 'Language').selectOption('العربية')
  await expectPage(portal, 'تسجيل الدخول')
  const direction = 'return [document.documentElement.lang, document.documentElement.dir]'
  expect(await portal.evaluate<string[]>(direction)).toEqual(['ar', 'rtl'])
  await portal.getByLabel('البريد الإلكتروني').fill(email)
  await portal.getByLabel('كلمة المرور').fill(password)
  await portal.getByRole('button', 'تسجيل الدخول').click()
  await expectPage(portal, 'حسابك')
  await portal.reload()
  await expectPage(portal, 'حسابك')
  expect(await portal.evaluate<string[]>(direction)).toEqual(['ar', 'rtl'])
})

test('keeps the dark theme across a reload', async ({ portal }) => {
  const canvas = 'return getComputedStyle(document.documentElement).backgroundColor'
  await portal.goto('/sign-in')
  await portal.getByRole('combobox', 'Appearance').selectOption('Light theme')
  const light = await portal.evaluate<string>(canvas)
  await portal.getByRole('combobox', 'Appearance').selectOption('Dark theme')
  // A choice made before the app listens is applied when it does.
  await expect.poll(async () => portal.evaluate<string>(canvas)).not.toBe(light)
  const dark = await portal.evaluate<string>(canvas)
  await portal.reload()
  expect(await portal.evaluate<string>(canvas)).toBe(dark)
})
