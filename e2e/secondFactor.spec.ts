import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'
import { codeOf } from '#e2e/support/totp.ts'

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const mail = { EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' } }

async function createUserWithMfa(cognito: TestPool, factors: object, mode = 'ON'): Promise<string> {
  await cognito.call('SetUserPoolMfaConfig', { MfaConfiguration: mode, ...factors })
  return cognito.createUser({ password })
}

/** Signs in for the first time, and sets up the app that the pool requires. */
async function setUp(page: Page, email: string): Promise<string> {
  await page.goto('/sign-in')
  await signIn(page, email)
  await expectPage(page, 'Set up your authenticator app')
  const shown = await page.locator('.secret').innerText()
  const secret = shown.replaceAll(' ', '')
  await page.getByLabel('Code from the app').fill(codeOf(secret))
  await page.getByLabel('Name of this device').fill('My phone')
  await page.getByRole('button', { name: 'Turn on and continue' }).click()
  await expectAccount(page, email)
  return secret
}

test('sets up an authenticator app that the pool requires, and asks for its code from then on', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await createUserWithMfa(cognito, app)
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Set up your authenticator app')
  await expect(portal).toHaveURL('/sign-in/set-up-authenticator')
  await expect(portal.getByRole('img', { name: 'QR code' })).toBeVisible()
  const secret = (await portal.locator('.secret').innerText()).replaceAll(' ', '')
  expect(secret).toMatch(/^[A-Z2-7]{52}$/)
  const link = portal.getByRole('link', { name: 'Open in an app on this device' })
  await expect(link).toHaveAttribute(
    'href',
    `otpauth://totp/Gatehouse:${encodeURIComponent(email)}?secret=${secret}&issuer=Gatehouse`,
  )
  await axe()
  await portal.getByLabel('Code from the app').fill('000000')
  await portal.getByRole('button', { name: 'Turn on and continue' }).click()
  await expect(portal.getByRole('alert')).toContainText('That code is not right')
  await axe()
  await portal.getByLabel('Code from the app').fill(codeOf(secret))
  await portal.getByRole('button', { name: 'Turn on and continue' }).click()
  await expectAccount(portal, email)

  await portal.getByRole('button', { name: 'Sign out' }).click()
  await signIn(portal, email)
  await expectPage(portal, 'Enter the code from your app')
  await expect(portal).toHaveURL('/sign-in/authenticator')
  await axe()
  // Each code is accepted once, even within its thirty seconds.
  await portal.getByLabel('Code').fill(codeOf(secret))
  await expect(portal.getByText(/That code was used already|That code is not right/)).toBeVisible()
  await axe()
  await portal.getByLabel('Code').fill(codeOf(secret, 1))
  await expectAccount(portal, email)
})

test('accepts a pasted code from an email, and sends a new one', async ({
  portal,
  cognito,
  axe,
  browserName,
}) => {
  // The headless shell cannot ask a user; Firefox knows no such permission.
  if (browserName === 'chromium') await portal.context().grantPermissions(['clipboard-write'])
  const email = await createUserWithMfa(cognito, mail)
  await portal.clock.install()
  await portal.goto('/account')
  await signIn(portal, email)
  await expectPage(portal, 'Check your messages')
  await expect(portal).toHaveURL(/^[^?]*\/sign-in\/code/)
  await expect(portal.getByText(/We sent a code to a\*\*\*@e\*\*\*/)).toBeVisible()
  await axe()
  await portal.getByLabel('Code').fill('000000')
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expect(portal.getByText(/That code is not right/)).toBeVisible()
  await axe()
  const late = await cognito.mail(email)
  await portal.clock.fastForward(31_000)
  await portal.getByRole('button', { name: 'Send a new code' }).click()
  await expect(portal.getByText('A new code is on its way to a***@e***.').last()).toBeVisible()
  const code = await cognito.mail(email)
  expect(code).not.toBe(late)
  const message = `Your code is ${code.slice(0, 3)} ${code.slice(3)}.`
  await portal.evaluate(async (text) => navigator.clipboard.writeText(text), message)
  await portal.getByLabel('Code').fill('')
  // A pasted code is submitted automatically.
  await portal.getByLabel('Code').press('ControlOrMeta+V')
  await expectAccount(portal, email)
})

test('skips the set-up for a user who has an email address', async ({ portal, cognito, axe }) => {
  const email = await createUserWithMfa(cognito, { ...app, ...mail })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  // A verified address is a second factor without a set-up.
  await expectPage(portal, 'Check your messages')
  await portal.getByLabel('Code').fill(await cognito.mail(email))
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectAccount(portal, email)
  await axe()
})

test('a reload during the challenge starts the sign-in again, and says why', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await createUserWithMfa(cognito, app)
  await setUp(portal, email)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  await signIn(portal, email)
  await expectPage(portal, 'Enter the code from your app')
  await portal.reload()
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('Your sign-in was not finished.')).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
  await axe()
})

test('neither an address nor the history skips a step', async ({ portal, cognito }) => {
  const email = await createUserWithMfa(cognito, app)
  const secret = await setUp(portal, email)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  await signIn(portal, email)
  await expectPage(portal, 'Enter the code from your app')
  await portal.goBack()
  await expectPage(portal, 'Sign in')
  await portal.goForward()
  await expectPage(portal, 'Enter the code from your app')
  await portal.getByLabel('Code').fill(codeOf(secret, 1))
  await expectAccount(portal, email)
  await portal.getByRole('button', { name: 'Sign out' }).click()
  for (const step of ['authenticator', 'code', 'choose', 'passkey', 'set-up-authenticator']) {
    await portal.goto(`/sign-in/${step}`)
    await expectPage(portal, 'Sign in')
    await expect(portal).toHaveURL('/sign-in')
  }
})
