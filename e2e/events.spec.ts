import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, password, signIn } from '#e2e/support/pages.ts'

// What only a browser shows: beacons under the CSP, sent while the page is left.

interface Received {
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** Receives requests on an origin of its own. */
async function startReceiver() {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server on a port has such an address
  const { port } = server.address() as AddressInfo
  return { received, origin: `http://localhost:${port}`, close: () => server.close() }
}

test('events are sent to the endpoint of the config when the page is left', async ({
  portal,
  cognito,
}) => {
  const receiver = await startReceiver()
  const email = await cognito.createUser({ password })
  await configure(portal, cognito, { events: { endpoint: `${receiver.origin}/gatehouse` } })
  // The headers that edge/headers.ts makes for such a config.
  await portal.route(/\/sign-(in|up)$/, async (route) => {
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy'] ?? ''
    const admitted = policy.replace("connect-src 'self'", `$& ${receiver.origin}`)
    const headers = { ...response.headers(), 'content-security-policy': admitted }
    await route.fulfill({ response, headers })
  })

  await portal.goto('/sign-in')
  await signIn(portal, email, 'Wrong-Horse-1')
  await expect(portal.getByRole('alert')).toBeVisible()
  expect(receiver.received).toEqual([])
  await portal.goto('/sign-up')
  await expect.poll(() => receiver.received.length).toBe(1)
  receiver.close()

  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
  expect(headers['content-type']).toBe('text/plain;charset=UTF-8')
  expect(headers.origin).toBe('null')
  expect(headers.referer).toBeUndefined()
  const batch: unknown = JSON.parse(body)
  const time = expect.any(Number)
  expect(batch).toMatchObject({
    lost: 0,
    events: [
      { name: 'opened', page: 'signIn', status: 'signedOut', ms: time, at: time },
      { name: 'shown', journey: 'signIn', at: time },
      { name: 'begun', start: 'USER_SRP_AUTH', ms: time },
      { name: 'refused', action: 'begin', code: 'incorrectCredentials', ms: time },
    ],
  })
  expect(body).not.toContain(email)
})

test('without an endpoint no code for events is loaded', async ({ portal }) => {
  const files: string[] = []
  portal.on('request', (request) => files.push(request.url()))
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail').focus()
  await expect.poll(() => files.some((url) => url.includes('/assets/steps-'))).toBe(true)
  expect(files.filter((url) => url.includes('createEvents'))).toEqual([])
})
