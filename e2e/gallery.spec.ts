import { expect, test } from '#e2e/support/fixtures.ts'
import { openGallery } from '#e2e/support/openGallery.ts'

test.beforeEach(async ({ page, baseURL }) => openGallery(page, baseURL))

test('every part of the design system is accessible, in the colours of each sample brand', async ({
  page,
  axe,
}) => {
  test.setTimeout(120_000)
  const brand = page.getByLabel('Brand')
  const names = await brand.getByRole('option').allTextContents()
  expect(names.length).toBeGreaterThan(3)
  await axe()
  for (const name of names.slice(1)) {
    await brand.selectOption(name)
    await axe(page, { coloursOnly: true })
  }
})
