import type { Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { password } from './pages.ts'

// Not a test: walks to every screen and state, and takes its picture in each look there is.

const widths = [360, 1280]
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

for (const lang of ['en', 'de', 'ar']) {
  test(`at the door, in ${lang}`, async ({ portal, cognito }) => {
    const submit = portal.locator('[type=submit]')
    const open = async (path: string) => portal.goto(`${path}?lang=${lang}`)
    await open('/sign-in')
    await shoot(portal, lang, 'sign-in')
    await submit.click()
    await shoot(portal, lang, 'sign-in-empty')
    await portal.locator('#username').fill(cognito.address())
    await portal.locator('#password').fill('Wrong-Horse-1')
    await submit.click()
    // What was missing had links to its fields; a refusal belongs to none.
    await portal.locator('.error-summary a').first().waitFor({ state: 'detached' })
    await portal.locator('.error-summary li').waitFor()
    await shoot(portal, lang, 'sign-in-refused')

    await open('/sign-up')
    await shoot(portal, lang, 'sign-up')
    await portal.locator('#password').fill('Half')
    await submit.click()
    await shoot(portal, lang, 'sign-up-errors')
    await portal.locator('#username').fill(cognito.address('new'))
    await portal.locator('#password').fill(password)
    await submit.click()
    await portal.waitForURL('**/sign-up/confirm**')
    await shoot(portal, lang, 'confirm')
    await portal.locator('#code').fill('000000')
    await portal.locator('#code-error').waitFor()
    await shoot(portal, lang, 'confirm-refused')

    await open('/forgot-password')
    await shoot(portal, lang, 'forgot-password')
    await portal.locator('#username').fill(cognito.address())
    await submit.click()
    await portal.waitForURL('**/reset-password**')
    await shoot(portal, lang, 'reset-password')
    await open('/nowhere')
    await shoot(portal, lang, 'not-found')
  })

  test(`inside, in ${lang}`, async ({ portal, cognito }) => {
    const invited = cognito.address('invited')
    await cognito.createUser({ email: invited })
    await portal.goto(`/sign-in?lang=${lang}`)
    await portal.locator('#username').fill(invited)
    await portal.locator('#password').fill(await cognito.mail(invited))
    await portal.locator('[type=submit]').click()
    await portal.waitForURL('**/new-password**')
    await shoot(portal, lang, 'new-password')

    await cognito.createGroup('admins')
    const email = await cognito.createUser({ password, groups: ['admins'] })
    await portal.goto('/sign-in')
    await portal.locator('#username').fill(email)
    await portal.locator('#password').fill(password)
    await portal.locator('[type=submit]').click()
    await portal.getByRole('definition').filter({ hasText: email }).waitFor()
    await shoot(portal, lang, 'account')
    await portal.setViewportSize({ width: 360, height: 800 })
    await portal.locator('.house-menu').click()
    await portal.screenshot({ path: `screenshots/menu-${lang}-360.png` })
    await portal.setViewportSize({ width: 1280, height: 800 })
    await portal.locator('.house-nav a').nth(1).click()
    await portal.waitForURL('**/admin')
    await shoot(portal, lang, 'admin')
  })
}
