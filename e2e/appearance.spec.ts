import { expect, test } from './fixtures.ts'

const canvas = () => getComputedStyle(document.documentElement).backgroundColor

test('remembers the dark against the device, and paints nothing else first', async ({
  portal,
  complaints,
}) => {
  complaints.expect(/net::ERR_FAILED .*main-/)
  await portal.emulateMedia({ colorScheme: 'light' })
  await portal.goto('/sign-in')
  const light = await portal.evaluate(canvas)
  await portal.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark')
  const dark = await portal.evaluate(canvas)
  expect(dark).not.toBe(light)
  // As soon as there is a document at all, before the portal's own script has run.
  await portal.route('**/assets/main-*.js', async (route) => route.abort())
  await portal.goto('/sign-up', { waitUntil: 'commit' })
  await portal.waitForLoadState('domcontentloaded')
  expect(await portal.evaluate(canvas)).toBe(dark)
  expect(await portal.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
})

const brand = { accent: '#ffcc00', surface: '#fffdf5', corners: 'sharp' }

test('wears the colours of its operator, where they can be read', async ({
  portal,
  cognito,
  axe,
  complaints,
}) => {
  const config = await cognito.config()
  complaints.expect(/brand\.accent #ffcc00 has a contrast of/)
  await portal
    .context()
    .route('**/portal.config.json', async (route) =>
      route.fulfill({ json: Object.assign({}, config, { brand }) }),
    )
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(portal.locator('html')).toHaveAttribute('data-corners', 'sharp')
  expect(await portal.evaluate(canvas)).toBe('rgb(255, 253, 245)')
  await axe()
})

test('calms down for people who ask for it, and keeps its outlines in forced colours', async ({
  portal,
}) => {
  await portal.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  await portal.goto('/sign-in')
  const field = portal.getByLabel('E-mail address')
  await field.focus()
  const outline = await field.evaluate((input) => getComputedStyle(input).outlineStyle)
  expect(outline).toBe('solid')
  const moving = await portal.evaluate(() =>
    document.getAnimations().map((animation) => animation.effect?.getComputedTiming().duration),
  )
  expect(moving.filter((duration) => duration !== 0)).toEqual([])
})
