import { Key } from 'selenium-webdriver'
import { newPassword, password } from '#e2e/support/pages.ts'
import { codeOf } from '#e2e/support/totp.ts'
import { expect, test } from './fixtures.ts'
import type { WebKitPage } from './openPage.ts'
import { expectAccount, expectPage, signIn } from './pages.ts'

test('refuses a wrong password, accepts the right one, and keeps the session across a reload', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email, 'Wrong-Horse-1')
  await portal.getByText('That e-mail address or password is not right.').waitFor()
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.reload()
  await expectAccount(portal, email)
})

/** Presses Tab up to the control of that name. */
async function tabTo(page: WebKitPage, name: string): Promise<void> {
  const passed: string[] = []
  while (passed.at(-1) !== name) {
    expect(passed.length, `Tab leads to ${passed.join(', ')}`).toBeLessThan(30)
    await page.press(Key.TAB)
    passed.push(await page.focusedName())
  }
}

test('signs in and out by keyboard alone', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await tabTo(portal, 'E-mail address')
  await portal.press(email)
  await tabTo(portal, 'Password')
  await portal.press(password, Key.ENTER)
  await expectAccount(portal, email)
  await tabTo(portal, 'Sign out')
  await portal.press(Key.ENTER)
  await expectPage(portal, 'Sign in')
})

test('signs up, and confirms the address by its code', async ({ portal, cognito }) => {
  const email = cognito.address()
  await portal.goto('/sign-in')
  await portal.getByRole('link', 'Create an account').click()
  await expectPage(portal, 'Create your account')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByLabel('Password').fill(password)
  await portal.getByRole('button', 'Create account').click()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await expectAccount(portal, email)
})

test('replaces a forgotten password by a code', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByRole('link', 'Forgot password?').click()
  await expectPage(portal, 'Reset your password')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.getByRole('button', 'Send code').click()
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await portal.getByLabel('New password').fill(newPassword)
  await portal.getByRole('button', 'Save and sign in').click()
  await expectAccount(portal, email)
})

test('sets up an authenticator app, and asks for its code from then on', async ({
  portal,
  cognito,
}) => {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Set up your authenticator app')
  const uri = await portal.getByRole('link', 'Open in an app on this device').attribute('href')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  await portal.getByLabel('Code from the app').fill(codeOf(secret))
  await portal.getByLabel('Name of this device (optional)').fill('My phone')
  await portal.getByRole('button', 'Turn on and continue').click()
  await expectAccount(portal, email)

  await portal.getByRole('button', 'Sign out').click()
  await signIn(portal, email)
  await expectPage(portal, 'Enter the code from your app')
  await portal.getByLabel('Code').fill(codeOf(secret, 1))
  await expectAccount(portal, email)
})

test('shares a session between tabs, and ends it in both', async ({ portal, openTab, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account')
  await signIn(portal, email)
  await expectAccount(portal, email)
  const second = await openTab()
  await second.goto('/account')
  await expectAccount(second, email)

  await second.getByRole('button', 'Sign out').click()
  await second.getByText('You have signed out.').waitFor()
  await portal.getByText('You signed out in another tab or window.').waitFor()
  await expectPage(portal, 'Sign in')
})
