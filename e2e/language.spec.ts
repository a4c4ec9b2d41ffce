import { expect, test } from './fixtures.ts'
import { expectAccount, password, signIn } from './pages.ts'

test('speaks what the address, the person or the browser asks for', async ({ portal, axe }) => {
  await portal.goto('/sign-in?lang=de')
  await expect(portal.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await expect(portal.locator('html')).toHaveAttribute('lang', 'de')
  await portal.goto('/sign-in')
  await expect(portal.locator('html')).toHaveAttribute('lang', 'de')
  await portal.getByRole('button', { name: 'Anmelden' }).click()
  await expect(portal.getByRole('alert')).toContainText('Passwort')
  // What was wrong is said in the language that was chosen because of it.
  await portal.getByRole('combobox', { name: 'Sprache' }).selectOption('English')
  await expect(portal.getByRole('alert')).toContainText('Enter your password.')
  await portal.getByRole('combobox', { name: 'Language' }).selectOption('العربية')
  await expect(portal.locator('html')).toHaveAttribute('dir', 'rtl')
  await axe()
  await portal.goto('/sign-in')
  await expect(portal.locator('html')).toHaveAttribute('lang', 'ar')
})

test('signs in from right to left, with the digits of the keyboard there', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = cognito.address()
  await cognito.call('SignUp', {
    ClientId: cognito.clientId,
    Username: email,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: email }],
  })
  await portal.goto('/sign-in?lang=ar')
  await portal.locator('#username').fill(email)
  await portal.locator('#password').fill(password)
  await portal.locator('[type=submit]').click()
  await expect(portal).toHaveURL('/sign-up/confirm?lang=ar')
  await axe()
  const code = await cognito.mail(email)
  const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))
  await portal.locator('#code').pressSequentially(arabic)
  await expect(portal).toHaveURL('/account')
  await expect(portal.getByRole('definition').filter({ hasText: email })).toBeVisible()
  await axe()
})

/** Text that was never handed to a translator, or does not fit where it stands. */
async function expectTranslated(page: import('@playwright/test').Page, known: string[]) {
  const found = await page.evaluate((names) => {
    const hidden = (element: Element) =>
      element.closest('.visually-hidden, script, style, noscript, option, title, svg') !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const bare: string[] = []
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      const text = names.reduce((rest, name) => rest.replaceAll(name, ''), textContent ?? '')
      if (!parentElement || hidden(parentElement) || !/[a-z]{2}/i.test(text)) continue
      if (!/^\s*\[.*\]\s*$/su.test(parentElement.textContent ?? '')) bare.push(text)
    }
    const clipped = [...document.querySelectorAll('body *')]
      .filter((element) => !hidden(element) && element.clientWidth > 0)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
    return { bare, clipped }
  }, known)
  expect(found).toEqual({ bare: [], clipped: [] })
}

test('leaves nothing untranslated and cuts nothing off, on a narrow phone', async ({
  portal,
  cognito,
}) => {
  const email = await cognito.createUser({ password })
  await portal.setViewportSize({ width: 320, height: 640 })
  // A page that still slides in is not where it stands.
  await portal.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/sign-in', '/sign-up', '/forgot-password', '/nowhere']) {
    await portal.goto(`${path}?lang=en-XA`)
    await expect(portal.getByRole('heading', { level: 1 })).toHaveText(/^\[/)
    await expectTranslated(portal, ['Gatehouse'])
  }
  await portal.goto('/sign-in?lang=en-XA')
  await portal.locator('[type=submit]').click()
  await expect(portal.getByRole('alert')).toBeVisible()
  await expectTranslated(portal, ['Gatehouse'])
  await portal.locator('#username').fill(email)
  await portal.locator('#password').fill(password)
  await portal.locator('[type=submit]').click()
  await expect(portal).toHaveURL('/account')
  await expect(portal.getByRole('definition').filter({ hasText: email })).toBeVisible()
})

test('an operator has the last word', async ({ portal, cognito, complaints }) => {
  const config = await cognito.config()
  const words = { en: { 'signIn.title': 'Come in', 'signIn.titel': 'Come in' } }
  complaints.expect(/words\.en\.signIn\.titel is no sentence/)
  await portal
    .context()
    .route('**/portal.config.json', async (route) =>
      route.fulfill({ json: Object.assign({}, config, { words }) }),
    )
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Come in' })).toBeVisible()
  await expect(portal).toHaveTitle(/^Come in/)
  const email = await cognito.createUser({ password })
  await signIn(portal, email)
  await expectAccount(portal, email)
})
