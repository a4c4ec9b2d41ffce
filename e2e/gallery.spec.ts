import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openGallery } from './openGallery.ts'

test.beforeEach(async ({ page, baseURL }) => openGallery(page, baseURL))

test('every part of the design system is accessible, in the colours of each sample brand', async ({
  page,
  axe,
}) => {
  test.setTimeout(120_000)
  const brand = page.getByLabel('Brand')
  const names = await brand.getByRole('option').allTextContents()
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) {
    await brand.selectOption(name)
    await axe()
  }
})

/** WCAG contrasts, 1 to 21, of what is drawn with what is behind it. */
interface Contrasts {
  text: number
  /** 1 where there is no border, or no outline. */
  border: number
  outline: number
}

/** Draws each colour to learn it: a style may say it in any notation. */
function contrasts(of: Locator): Promise<Contrasts> {
  return of.evaluate((element) => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
    }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    if (!canvas) throw new Error('no canvas')
    const channel = (value = 0) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
    const light = (...layers: string[]) => {
      for (const layer of layers) {
        canvas.fillStyle = layer
        canvas.fillRect(0, 0, 1, 1)
      }
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }
    const behind: string[] = []
    for (let at = element.parentElement; at; at = at.parentElement) {
      behind.unshift(getComputedStyle(at).backgroundColor)
    }
    const contrast = (layers: string[], colour: string) => {
      const [low = 0, high = 0] = [light(...layers), light(...layers, colour)].toSorted(
        (one, other) => one - other,
      )
      return (high + 0.05) / (low + 0.05)
    }
    const style = getComputedStyle(element)
    const line = (width: string, kind: string, colour: string) =>
      kind === 'none' || width === '0px' ? 1 : contrast(behind, colour)
    return {
      text: contrast([...behind, style.backgroundColor], style.color),
      border: line(
        style.borderBlockStartWidth,
        style.borderBlockStartStyle,
        style.borderBlockStartColor,
      ),
      outline: line(style.outlineWidth, style.outlineStyle, style.outlineColor),
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`buttons, fields and the focus are seen in forced colours, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active', contrast: 'more' })
    const looks = ['primary', 'secondary', 'quiet', 'danger'].map((name) =>
      page.getByRole('button', { name, exact: true }),
    )
    const controls = [
      ...looks,
      page.getByRole('textbox', { name: 'Given name' }),
      page.getByRole('combobox', { name: 'Theme' }),
      page.getByRole('checkbox').first(),
      page.getByRole('switch').first(),
    ]
    for (const control of controls) {
      const name = String(control)
      const before = await contrasts(control)
      expect(before.border, `border of ${name}`).toBeGreaterThan(3)
      expect(before.text, `text of ${name}`).toBeGreaterThan(4.5)
      // By the keyboard: only then is it to be seen on a button.
      await page.keyboard.press('Shift')
      await control.focus()
      expect((await contrasts(control)).outline, `focus of ${name}`).toBeGreaterThan(3)
    }
  })

  test(`who asks for more contrast gets more, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const field = page.getByRole('textbox', { name: 'E-mail address' }).first()
    const button = page.getByRole('button', { name: 'secondary', exact: true })
    const hint = page.getByText('We send a code to it.', { exact: true }).first()
    const quiet = page.getByRole('button', { name: 'quiet', exact: true })
    const card = page.locator('section', {
      has: page.getByRole('heading', { name: 'Your details' }),
    })
    const measure = async () => ({
      field: (await contrasts(field)).border,
      button: (await contrasts(button)).border,
      card: (await contrasts(card.last())).border,
      hint: (await contrasts(hint)).text,
      quiet: (await contrasts(quiet)).text,
    })
    // The second sets its colours on the root itself.
    for (const brand of ['Gatehouse', 'Lindengrove Clinic']) {
      await page.getByLabel('Brand').selectOption(brand)
      await page.emulateMedia({ contrast: 'no-preference' })
      const before = await measure()
      await page.emulateMedia({ contrast: 'more' })
      const after = await measure()
      console.log(brand, before, after)
      for (const part of ['field', 'button', 'hint', 'quiet', 'card'] as const) {
        expect(after[part], `${part} of ${brand}`).toBeGreaterThan(before[part])
        // As text is asked to be by WCAG 1.4.6.
        expect(after[part], `${part} of ${brand}`).toBeGreaterThan(7)
      }
    }
  })
}
