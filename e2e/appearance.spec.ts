import { brands } from '#gallery/brands.ts'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, password, serveSvg, signIn } from '#e2e/support/pages.ts'

const canvas = () => getComputedStyle(document.documentElement).backgroundColor

test('remembers the dark theme on a light device, and paints it from the start', async ({
  portal,
  complaints,
}) => {
  complaints.expect(/net::ERR_FAILED .*main-/)
  await portal.emulateMedia({ colorScheme: 'light' })
  await portal.goto('/sign-in')
  const light = await portal.evaluate(canvas)
  await portal.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark theme')
  // The choice is applied once the app listens.
  await expect.poll(async () => portal.evaluate(canvas)).not.toBe(light)
  const dark = await portal.evaluate(canvas)
  // As soon as there is a document, before the portal's script runs.
  await portal.route('**/assets/main-*.js', async (route) => route.abort())
  await portal.goto('/sign-up', { waitUntil: 'commit' })
  await portal.waitForLoadState('domcontentloaded')
  expect(await portal.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  // Once the style has arrived, for which the first paint waits.
  await expect.poll(async () => portal.evaluate(canvas)).toBe(dark)
})

const operator = {
  portal: {
    name: 'Meridian Bank',
    supportUrl: 'mailto:help@example.com',
    termsUrl: 'https://www.example.com/terms',
    privacyUrl: 'https://www.example.com/privacy',
    imprintUrl: 'https://www.example.com/imprint',
    accessibilityUrl: 'https://www.example.com/accessibility',
    footer: 'Meridian Bank, 1 Example Street',
    languages: ['en', 'de'],
  },
  brand: { logo: '/logo.svg', logoDark: '/logo-dark.svg', background: '/panel.svg' },
}

test('shows the logo, the picture, the links and the footer of the operator', async ({
  portal,
  cognito,
  axe,
}) => {
  await serveSvg(portal, '/logo.svg', 'navy')
  await serveSvg(portal, '/logo-dark.svg', 'white')
  await serveSvg(portal, '/panel.svg', 'teal')
  await configure(portal, cognito, operator)
  await portal.emulateMedia({ colorScheme: 'light' })
  await portal.goto('/sign-in')
  await expect(portal).toHaveTitle('Sign in – Meridian Bank')
  const logo = portal.locator('.logo:visible')
  const loaded = (image: SVGElement | HTMLElement) =>
    image instanceof HTMLImageElement && image.naturalWidth > 0
  await expect(logo).toHaveAttribute('src', '/logo.svg')
  expect(await logo.evaluate(loaded)).toBe(true)
  expect(await portal.locator('.auth-picture img').evaluate(loaded)).toBe(true)
  const links = portal.getByRole('contentinfo').getByRole('link')
  await expect(links).toHaveText([
    'Get help',
    'Terms of use',
    'Privacy',
    'Imprint',
    'Accessibility',
  ])
  await expect(links.last()).toHaveAttribute('href', operator.portal.accessibilityUrl)
  await expect(portal.getByText(operator.portal.footer)).toBeVisible()
  await expect(portal.getByRole('combobox', { name: 'Language' }).locator('option')).toHaveCount(2)
  await axe()
  await portal.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark theme')
  await expect(logo).toHaveAttribute('src', '/logo-dark.svg')

  await portal.goto('/nowhere')
  await expect(portal.getByRole('heading', { name: 'This page does not exist' })).toBeVisible()
  await expect(logo).toHaveAttribute('src', '/logo-dark.svg')
  await expect(links).toHaveCount(5)
  await portal.goto('/sign-in')

  const email = await cognito.createUser({ password })
  await signIn(portal, email)
  await expectAccount(portal, email)
  await expect(logo).toHaveAttribute('src', '/logo-dark.svg')
  await axe()
})

test('names the portal once beside a logo, and shows the default mark without one', async ({
  portal,
  cognito,
  complaints,
  axe,
}) => {
  complaints.expect(/404|brand\.logo, \/gone\.svg, did not load/)
  await serveSvg(portal, '/logo.svg', 'navy')
  const names = { portal: { name: 'Harbour Bank' } }
  await configure(portal, cognito, { ...names, brand: { logo: '/logo.svg', wordmark: true } })
  await portal.goto('/sign-in')
  const banner = portal.getByRole('banner')
  await expect(banner.getByRole('img', { name: 'Harbour Bank' })).toBeVisible()
  await expect(banner.getByText('Harbour Bank')).toHaveCount(0)
  await axe()

  const messages: string[] = []
  portal.on('console', (message) => messages.push(message.text()))
  await configure(portal, cognito, { ...names, brand: { logo: '/gone.svg', wordmark: true } })
  await portal.goto('/sign-in')
  await expect(banner.getByText('Harbour Bank')).toBeVisible()
  await expect(banner.locator('svg:visible')).toHaveCount(1)
  await expect(banner.locator('img')).toHaveCount(0)
  expect(messages.filter((message) => message.includes('brand.logo'))).toHaveLength(1)
})

test('sets the theme colour of the browser and the icon of the tab', async ({
  portal,
  cognito,
}) => {
  await serveSvg(portal, '/tab.svg', 'navy')
  const brand = { surface: '#fff4ea', surfaceDark: '#1d1230', icon: '/tab.svg' }
  await configure(portal, cognito, { brand })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(portal.locator('link[rel=icon]')).toHaveAttribute('href', '/tab.svg')
  const colours = portal.locator('meta[name=theme-color]')
  await expect(colours.first()).toHaveAttribute('content', '#fff4ea')
  await expect(colours.last()).toHaveAttribute('content', '#1d1230')
})

/** A logo five times as wide as it is high. */
const banner =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><rect width="200" height="40"/></svg>'

test('breaks the name between words, and aligns the footer with the page', async ({
  portal,
  cognito,
}) => {
  const serve = { contentType: 'image/svg+xml', body: banner }
  await portal.context().route('**/wide.svg', async (route) => route.fulfill(serve))
  const { footer: _, ...links } = operator.portal
  const named = { ...links, name: 'Harbour Bank', footer: 'شارع المثال 1' }
  await configure(portal, cognito, { portal: named, brand: { logo: '/wide.svg' } })
  await portal.setViewportSize({ width: 1280, height: 900 })
  const startsLike = async (selector: string, other: string) => {
    const startOf = async (it: string) => (await portal.locator(it).boundingBox())?.x ?? Number.NaN
    // Polled until the entry animation of the page has ended.
    await expect.poll(async () => (await startOf(selector)) - (await startOf(other))).toBe(0)
  }
  await portal.goto('/sign-in')
  const foot = portal.getByRole('contentinfo')
  await expect(foot.getByText(named.footer)).toHaveCSS('direction', 'rtl')
  await startsLike('.footer a >> nth=0', '.logo >> visible=true')
  await startsLike('.footer bdi', '.logo >> visible=true')
  const scrolls = () => document.documentElement.scrollHeight > window.innerHeight
  expect(await portal.evaluate(scrolls)).toBe(false)

  const email = await cognito.createUser({ password })
  await signIn(portal, email)
  await expectAccount(portal, email)
  await startsLike('.footer a >> nth=0', '.app-main h1')
  // One line, or one for each word: a line is 24 px high.
  const name = await portal.locator('.brand-name').boundingBox()
  expect(name?.height).toBeLessThan(49)
  expect(name?.width).toBeGreaterThan(60)
})

for (const { name, branding } of brands) {
  test(`is readable in the colours of ${name}`, async ({ portal, cognito, axe }) => {
    await configure(portal, cognito, { portal: { name }, brand: branding })
    await portal.goto('/sign-in')
    await portal.getByRole('button', { name: 'Sign in' }).click()
    await expect(portal.getByRole('alert')).toBeVisible()
    await axe()
    const email = await cognito.createUser({ password })
    await signIn(portal, email)
    await expectAccount(portal, email)
    await axe()
  })
}

test('adjusts a colour with too little contrast, and reports it in the console only', async ({
  portal,
  cognito,
  axe,
  complaints,
}) => {
  complaints.expect(/brand\.accent #ffcc00 has a contrast of/)
  const brand = { accent: '#ffcc00', surface: '#fffdf5', corners: 'sharp' }
  await configure(portal, cognito, { brand })
  await portal.goto('/sign-in')
  await expect(portal.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(portal.locator('html')).toHaveAttribute('data-corners', 'sharp')
  expect(await portal.evaluate(canvas)).toBe('rgb(255, 253, 245)')
  await axe()
})

test('shows no motion to users who ask for less, and keeps its outlines in forced colours', async ({
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
