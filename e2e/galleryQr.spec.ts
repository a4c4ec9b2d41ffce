import type { Locator } from '@playwright/test'
import { encode } from 'uqr'
import { expect, test } from '#e2e/support/fixtures.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

const text = 'otpauth://totp/Gatehouse:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Gatehouse'

/** Reads the middle of each of `size` times `size` modules: `#` is dark, `.` is light. */
async function readModules(code: Locator, size: number): Promise<string[]> {
  const picture = (await code.screenshot()).toString('base64')
  return code.page().evaluate(
    async ([png, across]) => {
      const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
        willReadFrequently: true,
      })
      if (!canvas) throw new Error('no canvas')
      canvas.drawImage(bitmap, 0, 0)
      const middle = (module: number, length: number) =>
        Math.floor(((module + 0.5) * length) / across)
      const modules = Array.from({ length: across }, (_, index) => index)
      return modules.map((y) =>
        modules
          .map((x) => {
            const at = [middle(x, bitmap.width), middle(y, bitmap.height)] as const
            const [red = 0, green = 0, blue = 0] = canvas.getImageData(...at, 1, 1).data
            const light = (red + green + blue) / 3
            if (light < 40) return '#'
            return light > 215 ? '.' : '?'
          })
          .join(''),
      )
    },
    [picture, size] as const,
  )
}

const looks = [
  { how: 'light', media: { colorScheme: 'light' }, brand: 'Gatehouse', direction: 'ltr' },
  {
    how: 'dark, round, rtl',
    media: { colorScheme: 'dark' },
    brand: 'Lindengrove Clinic',
    direction: 'rtl',
  },
  {
    how: 'dark, in forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    brand: 'Gatehouse',
    direction: 'ltr',
  },
] as const

for (const { how, media, brand, direction } of looks) {
  test(`a QR code is readable by a camera, and has a name: ${how}`, async ({ page, baseURL }) => {
    await page.emulateMedia(media)
    await openGallery(page, baseURL)
    await page.getByLabel('Brand').selectOption(brand)
    await page.getByLabel('Direction').selectOption(direction)
    const code = page.getByRole('img', { name: 'QR code for your authenticator app' })
    await expect(code).toBeVisible()
    expect(await code.evaluate((element) => element.localName)).toBe('svg')

    const { data, size } = encode(text, { ecc: 'M', border: 4 })
    const seen = await readModules(code, size)
    // Skips two modules of margin, which the round corners cut into.
    const inner = (rows: string[]) => rows.slice(2, -2).map((row) => row.slice(2, -2))
    const drawn = data.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
    expect(inner(seen)).toEqual(inner(drawn))
    // The three finder patterns, independent of the encoder.
    const eye = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
    const part = (x: number, y: number) => seen.slice(y, y + 7).map((row) => row.slice(x, x + 7))
    expect([part(4, 4), part(size - 11, 4), part(4, size - 11)]).toEqual([eye, eye, eye])
  })
}
