import { expect, test } from './fixtures.ts'

test('every part of the design system is accessible, in the colours of each sample brand', async ({
  page,
  axe,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const gallery = new URL('/_gallery', baseURL)
  gallery.port = String(Number(gallery.port) + 1)
  await page.goto(gallery.href)
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
  const brand = page.getByLabel('Brand')
  const names = await brand.getByRole('option').allTextContents()
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) {
    await brand.selectOption(name)
    await axe()
  }
})
