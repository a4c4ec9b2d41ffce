import type { CDPSession } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAnnouncements, recordAnnouncements } from '#e2e/support/recordAnnouncements.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

/** The buttons that assistive technology is told of: none that is inert. */
async function offeredButtons(cdp: CDPSession): Promise<string> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'button')
    .map(({ name }) => String(name?.value))
    .toSorted()
    .join(', ')
}

test.describe('Dialog', () => {
  test.beforeEach(async ({ page, baseURL }) => openGallery(page, baseURL))

  test('takes the focus, keeps it, and gives it back', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Rename the passkey', exact: true })
    const dialog = page.getByRole('dialog', { name: 'Rename the passkey', exact: true })
    await expect(dialog).toHaveCount(0)
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    const stops = [
      dialog.getByRole('textbox', { name: 'Name' }),
      dialog.getByRole('button', { name: 'Cancel' }),
      dialog.getByRole('button', { name: 'Save' }),
      dialog.getByRole('button', { name: 'Close' }),
    ]
    for (const stop of stops) {
      await expect(stop).toBeFocused()
      await page.keyboard.press('Tab')
    }
    // Past the last, the browser's own controls have their turn; the page has none.
    const outside = page.locator(':not(body, dialog *):focus')
    for (let press = 0; press < 12; press += 1) {
      await expect(outside).toHaveCount(0)
      await page.keyboard.press(press < 6 ? 'Tab' : 'Shift+Tab')
    }

    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
    for (const name of ['Cancel', 'Close']) {
      await page.keyboard.press('Enter')
      await dialog.getByRole('button', { name }).click()
      await expect(dialog).toHaveCount(0)
      await expect(opener).toBeFocused()
    }
  })

  test('leaves nothing else to be reached', async ({ page, context }) => {
    const cdp = await context.newCDPSession(page)
    const opener = page.getByRole('button', { name: 'Rename the passkey', exact: true })
    expect(await offeredButtons(cdp)).toContain('Show a toast')
    await opener.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect.poll(async () => offeredButtons(cdp)).toBe('Cancel, Close, Save')
    // Neither by a script's focus nor by the pointer: the backdrop is over it.
    const reached = await opener.evaluate((button) => {
      button.focus()
      const { x, y } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(x + 2, y + 2)
      return button === document.activeElement || (hit !== null && button.contains(hit))
    })
    expect(reached).toBe(false)
    await page.keyboard.press('Escape')
    await expect.poll(async () => offeredButtons(cdp)).toContain('Show a toast')
  })

  test('a press beside it closes it, the end of a selection does not', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Rename the passkey', exact: true })
    await opener.click()
    const dialog = page.getByRole('dialog')
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await name.hover()
    await page.mouse.down()
    await page.mouse.move(4, 4, { steps: 4 })
    await page.mouse.up()
    await dialog.getByRole('heading').click()
    await expect(dialog).toBeVisible()
    await page.mouse.click(4, 4)
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('that asks about danger is described, and begins with the harmless', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Delete the account' })
    await opener.click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete your account?' })
    await expect(dialog).toHaveAccessibleDescription(/^What is in it will be gone for good/)
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('speaks for itself while it is open, and is followed by the page', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const spoken = await recordAnnouncements(page)
    await page.getByRole('button', { name: 'Show the key' }).click()
    const dialog = page.getByRole('dialog', { name: 'Your key' })
    await dialog.getByRole('button', { name: 'Copy the key' }).click()
    await expect(dialog.getByRole('status')).toHaveText('Copied')
    await expectAnnouncements(spoken).toEqual(['Copied'])
    await dialog.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('button', { name: 'Rename the passkey', exact: true }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expectAnnouncements(spoken).toEqual(['Copied', 'The passkey has a new name.'])
  })
})
