import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

// The sign-in page is in index.html, and is there before the app: here the app's script waits until it is let through.

async function holdApp(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.context().route('**/assets/main-*.js', async (route) => {
    await held
    await route.continue()
  })
  return release
}

const form = (page: Page) => page.getByLabel('E-mail address')

test('keeps what is typed, and signs in as soon as it can', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  const release = await holdApp(portal)
  await portal.goto('/sign-in', { waitUntil: 'commit' })
  await expect(portal).toHaveTitle('Sign in – Gatehouse')
  await axe()
  await signIn(portal, email)
  await expect(portal.getByRole('button', { name: 'Sign in' })).toHaveAttribute('aria-busy', 'true')
  // Not by the browser: that would be a request with the password in it.
  await expect(portal).toHaveURL('/sign-in')
  release()
  await expectAccount(portal, email)
})

test('keeps the text in the field that has the focus', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  const release = await holdApp(portal)
  await portal.goto('/account/devices', { waitUntil: 'commit' })
  await form(portal).pressSequentially(email)
  release()
  await expect(portal).toHaveURL('/sign-in?next=%2Faccount%2Fdevices')
  await expect(form(portal)).toBeFocused()
  await expect(form(portal)).toHaveValue(email)
  await portal.getByRole('link', { name: 'Forgot password?' }).click()
  await expect(form(portal)).toHaveValue(email)
})

test('repeats a choice that was made before', async ({ portal }) => {
  const release = await holdApp(portal)
  await portal.goto('/', { waitUntil: 'commit' })
  await portal.getByLabel('Language').selectOption('Deutsch')
  release()
  await expectPage(portal, 'Anmelden')
})

test('repeats the last of two choices, and a double press once', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  const attempts: string[] = []
  portal.on('request', (request) => {
    const target = request.headers()['x-amz-target']
    if (target?.endsWith('.InitiateAuth')) attempts.push(target)
  })
  const release = await holdApp(portal)
  await portal.goto('/', { waitUntil: 'commit' })
  await portal.getByLabel('Appearance').selectOption('Light theme')
  await portal.getByLabel('Appearance').selectOption('Dark theme')
  await form(portal).fill(email)
  await portal.getByLabel('Password', { exact: true }).fill(password)
  await portal.getByRole('button', { name: 'Sign in' }).dblclick()
  release()
  await expectPage(portal, 'Your account')
  await expect(portal.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(attempts).toHaveLength(1)
})

for (const [locale, dir, title] of [
  ['de-AT', 'ltr', 'Anmelden'],
  ['ar', 'rtl', 'تسجيل الدخول'],
  ['sv', 'ltr', 'Sign in'],
] as const) {
  test.describe(`for a browser in ${locale}`, () => {
    test.use({ locale })

    test('is in its language at once', async ({ portal }) => {
      const release = await holdApp(portal)
      await portal.goto('/sign-in', { waitUntil: 'commit' })
      await expect(portal.getByRole('heading', { name: title })).toBeVisible()
      await expect(portal.locator('html')).toHaveAttribute('dir', dir)
      release()
      await expectPage(portal, title)
    })
  })
}

test('is not shown to a user who is signed in', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.waitForFunction(() => localStorage.getItem('gatehouse.signedIn') !== null)
  const release = await holdApp(portal)
  for (const address of ['/', '/sign-in', '/account']) {
    await portal.goto(address, { waitUntil: 'commit' })
    await portal.locator('#root').waitFor({ state: 'attached' })
    await expect(form(portal)).toHaveCount(0)
  }
  release()
  await expectAccount(portal, email)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  await expectPage(portal, 'Sign in')
  await portal.goto('/account', { waitUntil: 'commit' })
  await expect(form(portal)).toBeVisible()
})

test('gives way to the page of another config, with what was typed', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  const messages = { en: { 'signIn.submit': 'Continue' } }
  await configure(portal, cognito, { portal: { name: 'Example' }, messages })
  const release = await holdApp(portal)
  await portal.goto('/sign-in', { waitUntil: 'commit' })
  await signIn(portal, email)
  release()
  await expectAccount(portal, email)
  await expect(portal).toHaveTitle(/Example/)
})

test('keeps the way back to the requested page in its links', async ({ portal }) => {
  const release = await holdApp(portal)
  await portal.goto('/account?from=mail', { waitUntil: 'commit' })
  await portal.getByRole('link', { name: 'Create an account' }).click()
  release()
  await expect(portal).toHaveURL('/sign-up?next=%2Faccount%3Ffrom%3Dmail')
  await expectPage(portal, 'Create your account')
})
