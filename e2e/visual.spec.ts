import { expect, test } from '#e2e/support/fixtures.ts'

// A handful of screens, compared with how they looked when somebody last looked. After a change that is
// meant: `npx playwright test looks --update-snapshots`, and look.

test('looks as it did, and the comparison would notice if not', async ({ portal }) => {
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

test('looks as it did from right to left, in the dark', async ({ portal }) => {
  await portal.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await portal.goto('/sign-up?lang=ar')
  await portal.locator('[type=submit]').click()
  await expect(portal.getByRole('alert')).toBeVisible()
  await expect(portal).toHaveScreenshot('sign-up-errors-ar.png')
})

test('looks as it did on a phone', async ({ portal }) => {
  await portal.setViewportSize({ width: 360, height: 740 })
  await portal.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(portal).toHaveScreenshot('sign-in-phone.png')
})
