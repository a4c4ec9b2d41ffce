import type { Page } from '@playwright/test'
import { brands } from '#gallery/brands.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, password, serveSvg } from '#e2e/support/pages.ts'
import { signInToStep, steps } from '#e2e/support/signInSteps.ts'

// Opens every screen and state, and takes its picture in each language, theme and brand. It asserts nothing.

/** Fixed, because each test has a pool of its own. */
const email = 'ada@example.com'
const invited = 'hedy@example.com'

const widths = [360, 1280]

/** Account pages other than the profile. */
const account = ['sign-in', 'password', 'devices', 'sessions', 'identities', 'access', 'data']

const schemes = ['light', 'dark'] as const

async function shoot(page: Page, lang: string, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const path = `screenshots/${name}-${lang}-${width}-${colorScheme}.png`
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }
  }
}

async function signIn(page: Page, who: string, secret = password): Promise<void> {
  await page.locator('#username').fill(who)
  await page.locator('#password').fill(secret)
  await page.locator('[type=submit]').click()
}

for (const lang of ['en', 'de', 'ar']) {
  test(`signed-out pages, in ${lang}`, async ({ portal }) => {
    const submit = portal.locator('[type=submit]')
    const open = async (path: string) => portal.goto(`${path}?lang=${lang}`)
    await open('/sign-in')
    await shoot(portal, lang, 'sign-in')
    await submit.click()
    await shoot(portal, lang, 'sign-in-empty')
    await signIn(portal, email, 'Wrong-Horse-1')
    // Missing values link to their fields; an error of Cognito belongs to none.
    await portal.locator('.error-summary a').first().waitFor({ state: 'detached' })
    await portal.locator('.error-summary li').waitFor()
    await shoot(portal, lang, 'sign-in-refused')

    await open('/sign-up')
    await shoot(portal, lang, 'sign-up')
    await portal.locator('#password').fill('Half')
    await submit.click()
    await shoot(portal, lang, 'sign-up-errors')
    await portal.locator('#username').fill('grace@example.com')
    await portal.locator('#password').fill(password)
    await submit.click()
    await portal.locator('#code').waitFor()
    await shoot(portal, lang, 'confirm')
    await portal.locator('#code').fill('000000')
    await portal.locator('#code-error').waitFor()
    await shoot(portal, lang, 'confirm-refused')

    await open('/forgot-password')
    await shoot(portal, lang, 'forgot-password')
    await portal.locator('#username').fill(email)
    await submit.click()
    await portal.locator('#code').waitFor()
    await shoot(portal, lang, 'reset-password')
    await open('/nowhere')
    await shoot(portal, lang, 'not-found')
  })

  test(`account pages, in ${lang}`, async ({ portal, cognito }) => {
    await cognito.createUser({ email: invited })
    await portal.goto(`/sign-in?lang=${lang}`)
    await signIn(portal, invited, await cognito.mail(invited))
    await portal.locator('[autocomplete=new-password]').waitFor()
    await shoot(portal, lang, 'new-password')

    await cognito.createGroup('admins')
    await cognito.createUser({ email, password })
    await portal.goto('/admin')
    await signIn(portal, email)
    await portal.locator('.app-main h1').waitFor()
    await shoot(portal, lang, 'forbidden')
    await cognito.call('AdminAddUserToGroup', { Username: email, GroupName: 'admins' })
    await portal.setViewportSize({ width: 1280, height: 800 })
    await portal.locator('.sign-out button').click()
    await portal.locator('#password').waitFor()
    await shoot(portal, lang, 'signed-out')
    await signIn(portal, email)
    await portal.getByRole('definition').filter({ hasText: email }).waitFor()
    await shoot(portal, lang, 'account')
    await portal.setViewportSize({ width: 360, height: 800 })
    await portal.locator('.app-menu').click()
    await portal.screenshot({ path: `screenshots/menu-${lang}-360.png` })
    await portal.setViewportSize({ width: 1280, height: 800 })
    for (const page of account) {
      await portal.goto(`/account/${page}?lang=${lang}`)
      await portal.locator('.app-main h1').waitFor()
      await portal.locator('.skeleton').waitFor({ state: 'detached' })
      await shoot(portal, lang, `account-${page}`)
    }
    await portal.setViewportSize({ width: 1280, height: 800 })
    await portal.locator('.app-nav a').last().click()
    await portal.waitForURL('**/admin')
    await shoot(portal, lang, 'admin')
  })

  for (const [index, step] of steps.entries()) {
    test(`sign-in step ${index}, in ${lang}`, async ({ portal, cognito }) => {
      await signInToStep(portal, cognito, step, `?lang=${lang}`)
      await portal.locator('[name=rememberMe]').waitFor({ state: 'detached' })
      const name = step.address.slice(step.address.lastIndexOf('/') + 1)
      await shoot(portal, lang, `step-${index}-${name}`)
    })
  }

  test(`errors, in ${lang}`, async ({ portal, cognito, complaints }) => {
    complaints.expect(/net::ERR_FAILED|dynamically imported module|ERR_INTERNET/)
    await cognito.createUser({ email, password })
    await cognito.faults({ operation: 'GetUser', times: 3, status: 500, body: 'no' })
    await portal.goto(`/sign-in?lang=${lang}`)
    await signIn(portal, email)
    await portal.getByRole('alert').waitFor()
    await shoot(portal, lang, 'account-failed')

    await portal.context().route('**/assets/steps-*.js', async (route) => route.abort())
    await portal.setViewportSize({ width: 1280, height: 800 })
    await portal.locator('.sign-out button').click()
    await portal.locator('#password').waitFor()
    await portal.goto(`/sign-up?lang=${lang}`)
    await portal.getByRole('heading', { level: 1 }).waitFor()
    await shoot(portal, lang, 'failed')

    await configure(portal, cognito, { cognito: { region: 'nowhere' }, portal: { nme: 'x' } })
    await portal.goto(`/sign-in?lang=${lang}`)
    await shoot(portal, lang, 'config-error')
  })
}

for (const { name, branding } of brands.slice(1)) {
  test(`in the colours of ${name}`, async ({ portal, cognito }) => {
    const lang = name.toLowerCase().replaceAll(' ', '-')
    await serveSvg(portal, '/logo.svg', branding.accent ?? 'navy')
    await configure(portal, cognito, {
      portal: {
        name,
        supportUrl: 'mailto:help@example.com',
        termsUrl: 'https://www.example.com/terms',
        privacyUrl: 'https://www.example.com/privacy',
        imprintUrl: 'https://www.example.com/imprint',
        footer: `${name}, 1 Example Street`,
      },
      brand: { ...branding, logo: '/logo.svg' },
    })
    await portal.goto('/sign-in')
    await shoot(portal, lang, 'brand-sign-in')
    await portal.locator('[type=submit]').click()
    await shoot(portal, lang, 'brand-errors')
    await cognito.createUser({ email, password })
    await signIn(portal, email)
    await portal.getByRole('definition').filter({ hasText: email }).waitFor()
    await shoot(portal, lang, 'brand-account')
  })
}

test('on a very wide screen, and in forced colours', async ({ portal, cognito }) => {
  await portal.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await portal.setViewportSize({ width: 3840, height: 2160 })
  await portal.goto('/sign-in')
  await portal.getByRole('heading', { level: 1 }).waitFor()
  await portal.screenshot({ path: 'screenshots/wall-sign-in.png' })
  await cognito.createUser({ email, password })
  await signIn(portal, email)
  await portal.getByRole('definition').filter({ hasText: email }).waitFor()
  await portal.screenshot({ path: 'screenshots/wall-account.png' })
  await portal.setViewportSize({ width: 1280, height: 800 })
  for (const media of [{ forcedColors: 'active' }, { contrast: 'more' }] as const) {
    await portal.emulateMedia({ forcedColors: null, contrast: null, ...media })
    const name = Object.values(media)[0]
    await portal.screenshot({ path: `screenshots/${name}-account.png` })
  }
  await portal.locator('.sign-out button').click()
  await expect(portal.locator('#password')).toBeVisible()
  await portal.screenshot({ path: 'screenshots/more-sign-in.png' })
  await portal.emulateMedia({ forcedColors: 'active', contrast: null })
  await portal.locator('[type=submit]').click()
  await portal.screenshot({ path: 'screenshots/active-sign-in.png' })
})
