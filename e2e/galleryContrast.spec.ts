import { measureContrast } from '#e2e/support/measureContrast.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

test.beforeEach(async ({ page, baseURL }) => openGallery(page, baseURL))

for (const colorScheme of ['light', 'dark'] as const) {
  test(`buttons, fields and the focus are visible in forced colours, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active', contrast: 'more' })
    const variants = ['primary', 'secondary', 'quiet', 'danger'].map((name) =>
      page.getByRole('button', { name, exact: true }),
    )
    const controls = [
      ...variants,
      page.getByRole('textbox', { name: 'Given name' }),
      page.getByRole('combobox', { name: 'Theme' }),
      page.getByRole('checkbox').first(),
      page.getByRole('switch').first(),
    ]
    for (const control of controls) {
      const name = String(control)
      const before = await measureContrast(control)
      expect(before.border, `border of ${name}`).toBeGreaterThan(3)
      expect(before.text, `text of ${name}`).toBeGreaterThan(4.5)
      // By keyboard: a button shows its focus only then.
      await page.keyboard.press('Shift')
      await control.focus()
      expect((await measureContrast(control)).outline, `focus of ${name}`).toBeGreaterThan(3)
    }
  })

  test(`has more contrast for users who ask for it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const field = page.getByRole('textbox', { name: 'E-mail address' }).first()
    const button = page.getByRole('button', { name: 'secondary', exact: true })
    const hint = page.getByText('We send a code to it.', { exact: true }).first()
    const quiet = page.getByRole('button', { name: 'quiet', exact: true })
    const card = page.locator('section', {
      has: page.getByRole('heading', { name: 'Your details' }),
    })
    const measure = async () => ({
      field: (await measureContrast(field)).border,
      button: (await measureContrast(button)).border,
      card: (await measureContrast(card.last())).border,
      hint: (await measureContrast(hint)).text,
      quiet: (await measureContrast(quiet)).text,
    })
    // The second brand sets its colours on the root itself.
    for (const brand of ['Gatehouse', 'Lindengrove Clinic']) {
      await page.getByLabel('Brand').selectOption(brand)
      await page.emulateMedia({ contrast: 'no-preference' })
      const before = await measure()
      await page.emulateMedia({ contrast: 'more' })
      const after = await measure()
      for (const part of ['field', 'button', 'hint', 'quiet', 'card'] as const) {
        expect(after[part], `${part} of ${brand}`).toBeGreaterThan(before[part])
        // The contrast of text in WCAG 1.4.6.
        expect(after[part], `${part} of ${brand}`).toBeGreaterThan(7)
      }
    }
  })
}
