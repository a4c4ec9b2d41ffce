import { expect, test } from '#e2e/support/fixtures.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

test('shows a not-found page for unknown addresses', async ({ portal, axe }) => {
  await portal.goto('/no/such/page')
  await expectPage(portal, 'This page does not exist')
  await expect(portal).toHaveTitle(/This page does not exist/)
  await axe()
  await portal.getByRole('link', { name: 'Go to the start page' }).click()
  await expectPage(portal, 'Sign in')
})

test('offers a way out when a page cannot be rendered', async ({
  portal,
  cognito,
  complaints,
  axe,
}) => {
  complaints.expect(/cannot be rendered/)
  const email = await cognito.createUser({ password })
  await portal.addInitScript(() => {
    window.requestIdleCallback = () => {
      if (window.location.pathname === '/account') throw new Error('cannot be rendered')
      return 0
    }
  })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Something went wrong')
  await axe()
  await portal.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expectAccount(portal, email)
})

const broken = [
  ['missing', { status: 404, body: 'Not found' }, /portal\.config\.json/],
  ['an HTML page', { contentType: 'text/html', body: '<!doctype html><p>Hello' }, /HTML/],
  ['not JSON', { body: '{\n  "cognito": {},,\n}' }, /not JSON: see line 2, column 17/],
  [
    'without its pool',
    { json: { cognito: { region: 'eu-central-1', userPoolId: '', userPoolClientId: 'abc' } } },
    /cognito\.userPoolId/,
  ],
  [
    'with a setting nobody knows',
    {
      json: {
        cognito: { region: 'eu-central-1', userPoolId: 'eu-central-1_a', userPoolClientId: 'abc' },
        colour: 'red',
      },
    },
    /colour/,
  ],
] as const

for (const [how, answer, named] of broken) {
  test(`tells the operator when the config is ${how}`, async ({ page, complaints, axe }) => {
    if (how === 'missing') complaints.expect(/404/)
    await page.route('**/portal.config.json', (route) => route.fulfill(answer))
    await page.goto('/sign-in')
    await expectPage(page, 'This portal is not set up correctly')
    await expect(page.getByRole('main')).toContainText(named)
    await axe()
  })
}

for (const path of [
  '/sign-in/new-password',
  '/sign-up/confirm',
  '/reset-password',
  '/sign-in/not-supported',
]) {
  test(`does not skip to ${path}`, async ({ portal }) => {
    await portal.goto(path)
    await expect(portal).toHaveURL('/sign-in')
    await expectPage(portal, 'Sign in')
  })
}
