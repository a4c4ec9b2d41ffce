import type { Request } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, password, signIn } from '#e2e/support/pages.ts'

// What only a browser shows: beacons under the CSP and the other headers of the site.

const origin = 'https://events.example'

test('events are sent to the endpoint of the config when the page is hidden', async ({
  portal,
  cognito,
}) => {
  const received: Request[] = []
  await portal.route(`${origin}/**`, async (route) => {
    received.push(route.request())
    await route.fulfill({
      status: 204,
      headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
    })
  })
  const email = await cognito.createUser({ password })
  await configure(portal, cognito, { events: { endpoint: `${origin}/gatehouse` } })
  // The header that edge/headers.ts makes for such a config.
  await portal.route('**/sign-in', async (route) => {
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy'] ?? ''
    const admitted = policy.replace("connect-src 'self'", `$& ${origin}`)
    const headers = { ...response.headers(), 'content-security-policy': admitted }
    await route.fulfill({ response, headers })
  })

  await portal.goto('/sign-in')
  await signIn(portal, email, 'Wrong-Horse-1')
  await expect(portal.getByRole('alert')).toBeVisible()
  expect(received).toEqual([])
  // Playwright can put no page into the background, and loses the requests of one that is left.
  await portal.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(() => received.length).toBe(1)

  const [request] = received
  expect(request?.url()).toBe(`${origin}/gatehouse`)
  // A type that needs no preflight.
  expect(await request?.headerValue('content-type')).toBe('text/plain;charset=UTF-8')
  const body = request?.postData() ?? ''
  const batch: unknown = JSON.parse(body)
  const time: unknown = expect.any(Number)
  expect(batch).toMatchObject({ lost: 0 })
  // The form may have the focus before the vault has answered: `at` tells the order.
  for (const event of [
    { name: 'opened', page: 'signIn', status: 'signedOut', ms: time, at: time },
    { name: 'shown', journey: 'signIn', at: time },
    { name: 'begun', start: 'USER_SRP_AUTH', ms: time },
    { name: 'refused', action: 'begin', code: 'incorrectCredentials', ms: time },
  ]) {
    const partly: unknown = expect.objectContaining(event)
    const events: unknown = expect.arrayContaining([partly])
    expect(batch).toMatchObject({ events })
  }
  expect(body).not.toContain(email)
})

test('without an endpoint no code for events is loaded', async ({ portal }) => {
  const files: string[] = []
  portal.on('request', (request) => files.push(request.url()))
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').focus()
  await expect.poll(() => files.some((url) => url.includes('/assets/steps-'))).toBe(true)
  expect(files.filter((url) => url.includes('createEvents'))).toEqual([])
})
