import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AuthError } from '#auth/errors.ts'
import { email, open, password, session, signIn } from '#test/support/deviceFixture.ts'
import { errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Calls of the team's own API, which the vault makes with the access token.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const minutes = 60_000

let apis = 0

/** Opens an API that gives these answers in turn (the last one repeatedly) and records the requests. */
async function signedIn(...answers: (() => Response | Promise<Response>)[]) {
  apis += 1
  const api = `https://api-${apis}.test`
  const asked: { request: Request; body: string }[] = []
  network.use(
    http.all(`${api}/*`, async ({ request }) => {
      asked.push({ request, body: await request.clone().text() })
      return (answers.length > 1 ? answers.shift() : answers[0])?.()
    }),
  )
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const config = { ...testPool.config, api: { origins: [api, 'self'] } }
  const { browser, tab } = open(testPool, config)
  await signIn(tab.auth)
  const bearers = () => asked.map(({ request }) => request.headers.get('authorization') ?? '')
  return { testPool, browser, tab, ada: session(tab.auth), api, asked, bearers }
}

const ok = () => HttpResponse.json({ hello: 'Ada' })
const refuses = () => new Response(null, { status: 401 })

describe('session.fetch', () => {
  it('sends the access token, and resolves to a Response', async () => {
    const { ada, tab, api, asked, bearers } = await signedIn(() =>
      HttpResponse.json({ hello: 'Ada' }, { status: 201, headers: { 'x-page': '2' } }),
    )
    const response = await ada.fetch(`${api}/notes?page=2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer of somebody else' },
      body: JSON.stringify({ note: 'ä' }),
    })
    expect(response).toBeInstanceOf(Response)
    expect(response).toMatchObject({ status: 201, ok: true, url: `${api}/notes?page=2` })
    expect(response.headers.get('x-page')).toBe('2')
    expect(await response.json()).toEqual({ hello: 'Ada' })
    const [{ request, body } = {}] = asked
    expect(request?.method).toBe('POST')
    expect(request?.headers.get('content-type')).toBe('application/json')
    expect(request?.credentials).toBe('omit')
    expect(request?.cache).toBe('no-store')
    expect(body).toBe('{"note":"ä"}')
    expect(bearers()[0]).toMatch(/^Bearer eyJ/)
    expect(JSON.stringify(tab.receivedMessages)).not.toContain('eyJ')
  })

  it.each([204, 304, 404, 500])('passes a status of %i on', async (status) => {
    const { ada, api } = await signedIn(() => new Response(null, { status }))
    expect((await ada.fetch(`${api}/a`, { method: 'DELETE' })).status).toBe(status)
  })

  it.each([
    ['https://evil.test/'],
    ['https://api.test.evil.test/'],
    ['http://api-1.test/'],
    ['https://api-1.test:8443/'],
    ['https://portal.test.evil.test/api'],
    ['data:text/plain,a'],
  ])('does not call %s, which the config does not name', async (url) => {
    // A request that the test has not announced fails it.
    const { ada, tab } = await signedIn(ok)
    expect(await errorCode(ada.fetch(url))).toBe('misconfigured')
    expect(tab.auth.getState().status).toBe('signedIn')
  })

  it('calls the origin of the portal for `self` in the config', async () => {
    const { ada } = await signedIn(ok)
    let bearer: string | null = null
    network.use(
      http.get('https://portal.test/api/me', ({ request }) => {
        bearer = request.headers.get('authorization')
        return ok()
      }),
    )
    expect((await ada.fetch('https://portal.test/api/me')).ok).toBe(true)
    expect(bearer).toMatch(/^Bearer eyJ/)
  })

  it.each([301, 302, 303, 307, 308])(
    'follows no redirect (%i), so that no token does',
    async (status) => {
      const headers = { location: 'https://evil.test/' }
      const { ada, api } = await signedIn(() => new Response(null, { status, headers }))
      expect(await errorCode(ada.fetch(`${api}/a`))).toBe('misconfigured')
    },
  )

  it('renews the token after a 401 and tries once more', async () => {
    const { ada, api, bearers, asked } = await signedIn(refuses, ok)
    const response = await ada.fetch(`${api}/a`, { method: 'PUT', body: 'again' })
    expect(response.ok).toBe(true)
    expect(new Set(bearers()).size).toBe(2)
    expect(asked.map(({ body }) => body)).toEqual(['again', 'again'])
  })

  it('passes the second 401 on, and keeps the session', async () => {
    const { ada, api, tab, asked } = await signedIn(refuses)
    expect((await ada.fetch(`${api}/a`)).status).toBe(401)
    expect(asked).toHaveLength(2)
    expect(tab.auth.getState().status).toBe('signedIn')
  })

  it('renews an expired token before the request', async () => {
    const { ada, api, asked } = await signedIn(ok)
    await vi.advanceTimersByTimeAsync(16 * minutes)
    expect((await ada.fetch(`${api}/a`)).ok).toBe(true)
    expect(asked).toHaveLength(1)
  })

  it('signs out when the session is over at Cognito', async () => {
    const { testPool, ada, api, tab } = await signedIn(refuses)
    await testPool.call('AdminUserGlobalSignOut', { Username: email })
    expect(await errorCode(ada.fetch(`${api}/a`))).toBe('notSignedIn')
    expect(tab.auth.getState()).toMatchObject({ status: 'signedOut', reason: 'revoked' })
  })

  it('refuses a user who has signed out, also when another user has signed in', async () => {
    const { testPool, tab, ada, api, asked } = await signedIn(ok)
    await ada.signOut()
    await testPool.createUser('grace@example.com', password)
    await tab.auth.signIn({ username: 'grace@example.com', password, rememberMe: false })
    expect(await errorCode(ada.fetch(`${api}/a`))).toBe('notSignedIn')
    expect(asked).toEqual([])
  })

  it('rejects with network when the API cannot be reached', async () => {
    const { ada, api } = await signedIn(() => HttpResponse.error())
    expect(await errorCode(ada.fetch(`${api}/a`))).toBe('network')
  })

  it('aborts the request with its signal', async () => {
    const stopping = new AbortController()
    const { ada, api, asked } = await signedIn(() => new Promise(() => undefined))
    const asking = ada.fetch(`${api}/a`, { signal: stopping.signal })
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    stopping.abort(new Error('never mind'))
    await expect(asking).rejects.toThrow('never mind')
    expect(asked[0]?.request.signal.aborted).toBe(true)
    await expect(ada.fetch(`${api}/a`, { signal: stopping.signal })).rejects.toThrow('never mind')
    expect(asked).toHaveLength(1)
  })
})

describe('a 403', () => {
  const problem = (body: object | string) =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status: 403,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    })
  const challenge = (value: string) =>
    new Response(null, { status: 403, headers: { 'www-authenticate': value } })

  it.each<[string, () => Response, { detail?: string; field?: string }]>([
    ['nothing', () => new Response('no', { status: 403 }), {}],
    [
      'a problem',
      () => problem({ title: 'Forbidden', detail: 'Only for admins.' }),
      { detail: 'Only for admins.' },
    ],
    ['a title', () => problem({ title: 'Forbidden', detail: 7 }), { detail: 'Forbidden' }],
    ['half a problem', () => problem('{"title":'), {}],
    [
      'a missing scope',
      () =>
        challenge(
          'Bearer realm="api", error="insufficient_scope", error_description="Not enough", scope="notes/read notes/write"',
        ),
      { detail: 'Not enough', field: 'notes/read notes/write' },
    ],
    ['another challenge', () => challenge('Bearer error="other", scope="notes/read"'), {}],
  ])('that gives %s as its reason', async (_, answer, told) => {
    const { ada, api, asked } = await signedIn(answer)
    const error: unknown = await ada.fetch(`${api}/a`).catch((reason: unknown) => reason)
    if (!(error instanceof AuthError)) throw new Error('it was not refused')
    const { code, detail, field } = error
    expect({ code, detail, field }).toEqual({ code: 'apiForbidden', ...told })
    expect(asked).toHaveLength(1)
  })
})

it('says that the API forbids it: a 403 whose problem is none keeps its code', async () => {
  const problem = new Response('"no"', {
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
  })
  const { ada, api } = await signedIn(() => problem)
  expect(await errorCode(ada.fetch(`${api}/notes`))).toBe('apiForbidden')
})
