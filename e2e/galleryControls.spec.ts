import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAnnouncements, recordAnnouncements } from '#e2e/support/recordAnnouncements.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

/** Sets the permission by CDP, because Playwright can grant but not deny. */
async function setClipboard(
  context: BrowserContext,
  page: Page,
  setting: 'granted' | 'denied',
): Promise<void> {
  const cdp = await context.newCDPSession(page)
  const { targetInfo } = await cdp.send('Target.getTargetInfo')
  const { browserContextId = '' } = targetInfo
  const permission = { name: 'clipboard-write', allowWithoutSanitization: false }
  await cdp.send('Browser.setPermission', { permission, setting, browserContextId })
}

test.describe('CopyButton', () => {
  const key = 'JBSW Y3DP EHPK 3PXP'

  test('copies, announces it politely, and is ready again', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.clock.install()
    await openGallery(page, baseURL)
    const spoken = await recordAnnouncements(page)
    await page.getByRole('button', { name: 'Copy the key' }).click()
    const done = page.getByRole('button', { name: 'Copied' })
    await expect(done).toBeFocused()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
    await expectAnnouncements(spoken).toEqual(['Copied'])
    await page.clock.fastForward(2_000)
    await expect(page.getByRole('button', { name: 'Copy the key' })).toBeFocused()
    await expect(done).toHaveCount(0)
  })

  const words = 'Your browser did not let us copy. Select the key and copy it yourself.'

  test('says what to do while the clipboard is denied', async ({ page, context, baseURL }) => {
    await openGallery(page, baseURL)
    const spoken = await recordAnnouncements(page)
    await setClipboard(context, page, 'denied')
    const copy = page.getByRole('button', { name: 'Copy the key' })
    await copy.click()
    await expectAnnouncements(spoken).toEqual([words])
    await expect(page.getByRole('main').getByText(words)).toBeVisible()
    await setClipboard(context, page, 'granted')
    await copy.click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
    await expect(page.getByText(words)).toHaveCount(0)
    await expectAnnouncements(spoken).toEqual([words, 'Copied'])
  })

  test('says what to do without a clipboard', async ({ page, baseURL }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await openGallery(page, baseURL)
    const spoken = await recordAnnouncements(page)
    await page.getByRole('button', { name: 'Copy the key' }).click()
    await expectAnnouncements(spoken).toEqual([words])
    await expect(page.getByRole('main').getByText(words)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(0)
  })
})

test.describe('Toasts', () => {
  const message = 'Your changes are saved.'

  test.beforeEach(async ({ page, baseURL }) => {
    await page.clock.install({ time: 0 })
    await openGallery(page, baseURL)
    // The first toast loads the component; then the clock only moves when a test moves it.
    await page.getByRole('button', { name: 'Show a toast' }).click()
    await page.getByRole('complementary').getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByRole('complementary')).toHaveCount(0)
    await page.clock.pauseAt(3_600_000)
  })

  test('are shown, announced once each, and close by themselves', async ({ page }) => {
    const spoken = await recordAnnouncements(page)
    const show = page.getByRole('button', { name: 'Show a toast' })
    const toasts = page.getByRole('complementary').getByText(message)
    await show.click()
    await expect(toasts).toBeInViewport()
    await expectAnnouncements(spoken).toEqual([message])
    await expect(page.getByRole('status').getByText(message)).toHaveCount(1)
    await expect(show).toBeFocused()
    await page.clock.runFor(3_000)
    await show.click()
    await expect(toasts).toHaveCount(2)
    await expectAnnouncements(spoken).toEqual([message, message])
    await page.clock.runFor(2_900)
    await expect(toasts).toHaveCount(2)
    await page.clock.runFor(200)
    await expect(toasts).toHaveCount(1)
    await page.clock.runFor(3_000)
    await expect(toasts).toHaveCount(0)
    expect(await spoken.jsonValue()).toEqual([message, message])
  })

  test('stay while hovered or focused', async ({ page }) => {
    const show = page.getByRole('button', { name: 'Show a toast' })
    const toast = page.getByRole('complementary').getByText(message)
    await show.click()
    await toast.hover()
    await page.clock.runFor(60_000)
    await expect(toast).toBeVisible()
    const dismiss = page.getByRole('complementary').getByRole('button', { name: 'Dismiss' })
    await dismiss.focus()
    await show.hover()
    await page.clock.runFor(60_000)
    await expect(toast).toBeVisible()
    await show.focus()
    await page.clock.runFor(6_100)
    await expect(toast).toHaveCount(0)
  })

  test('close by their button, which returns the focus', async ({ page }) => {
    const show = page.getByRole('button', { name: 'Show a toast' })
    const toasts = page.getByRole('complementary').getByText(message)
    await show.click()
    await show.click()
    const dismiss = page.getByRole('complementary').getByRole('button', { name: 'Dismiss' })
    await dismiss.first().focus()
    await page.keyboard.press('Enter')
    await expect(toasts).toHaveCount(1)
    await expect(show).toBeFocused()
    // The other toast is not hovered any more.
    await page.clock.runFor(6_100)
    await expect(toasts).toHaveCount(0)
  })
})
