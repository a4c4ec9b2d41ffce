import type { CDPSession } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAnnouncements, recordAnnouncements } from '#e2e/support/recordAnnouncements.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

/** Names of the buttons in the accessibility tree, which has none that is inert. */
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

  test('takes the focus, traps it, and returns it', async ({ page }) => {
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
    // After the last control, the focus goes to the browser's own controls, not to the page.
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

  test('makes the rest of the page unreachable', async ({ page, context }) => {
    const cdp = await context.newCDPSession(page)
    const opener = page.getByRole('button', { name: 'Rename the passkey', exact: true })
    expect(await offeredButtons(cdp)).toContain('Show a toast')
    await opener.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect.poll(async () => offeredButtons(cdp)).toBe('Cancel, Close, Save')
    // Neither by `focus()` nor by the pointer: the backdrop covers it.
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

  test('closes by a click on the backdrop, but not by the end of a selection there', async ({
    page,
  }) => {
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

  test('has a description and focuses the harmless button when it confirms a danger', async ({
    page,
  }) => {
    const opener = page.getByRole('button', { name: 'Delete the account' })
    await opener.click()
    const dialog = page.getByRole('alertdialog', { name: 'Delete your account?' })
    await expect(dialog).toHaveAccessibleDescription(/^What is in it will be gone for good/)
    await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(opener).toBeFocused()
  })

  test('announces its own messages while it is open, and the page announces them after', async ({
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
