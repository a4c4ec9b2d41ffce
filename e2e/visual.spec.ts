import { expect, test } from '#e2e/support/fixtures.ts'

// Compares a few screens with their snapshots. After an intended change, run
// `npx playwright test visual --update-snapshots` and check the pictures.

test('matches its snapshot, which another theme or direction does not', async ({ portal }) => {
  await portal.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(portal).toHaveScreenshot('sign-in.png')
  await portal.emulateMedia({ colorScheme: 'dark' })
  await expect(portal).not.toHaveScreenshot('sign-in.png')
  await portal.emulateMedia({ colorScheme: 'light' })
  await portal.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  await expect(portal).not.toHaveScreenshot('sign-in.png')
})

test('matches its snapshot from right to left, in the dark theme', async ({ portal }) => {
  await portal.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await portal.goto('/sign-up?lang=ar')
  await portal.locator('[type=submit]').click()
  await expect(portal.getByRole('alert')).toBeVisible()
  await expect(portal).toHaveScreenshot('sign-up-errors-ar.png')
})

test('matches its snapshot on a phone', async ({ portal }) => {
  await portal.setViewportSize({ width: 360, height: 740 })
  await portal.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(portal).toHaveScreenshot('sign-in-phone.png')
})
