import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { openFullPool, tokensIn } from '#test/support/openFullPool.ts'
import { groupsOf } from './authorizer.ts'
import { requireToken } from './express.ts'
import { requireToken as requireTokenInFastify } from './fastify.ts'
import { createGate, type Caller, type Gate } from './gate.ts'
import { withToken } from './lambda.ts'
import { sampleApi } from './plugin.ts'

// Tests AWS's verifier with tokens and published keys of the local Cognito.

let fullPool: Awaited<ReturnType<typeof openFullPool>>
let gate: Gate
/** Gate of a pool whose server is closed. */
let gone: Gate
let bearer: { member: string; admin: string; id: string; elsewhere: string }

beforeAll(async () => {
  fullPool = await openFullPool()
  const { sdk, UserPoolId, ClientId, origin } = fullPool
  const signIn = async () => tokensIn(await fullPool.byPassword())
  const member = await signIn()
  await sdk.createGroup({ UserPoolId, GroupName: 'admins' })
  await sdk.adminAddUserToGroup({ UserPoolId, GroupName: 'admins', Username: 'kim' })
  const admin = await signIn()
  const other = await openFullPool()
  const elsewhere = tokensIn(await other.byPassword())
  gone = createGate({ issuer: `${other.origin}/${other.UserPoolId}`, clientId: other.ClientId })
  await other.close()
  bearer = {
    member: `Bearer ${member.AccessToken}`,
    admin: `Bearer ${admin.AccessToken}`,
    id: `Bearer ${member.IdToken}`,
    elsewhere: `Bearer ${elsewhere.AccessToken}`,
  }
  gate = createGate({ issuer: `${origin}/${UserPoolId}`, clientId: ClientId })
})

afterAll(() => fullPool.close())

const tampered = (token: string) => token.replace(/\.[^.]+\./, `.${btoa('{"sub":"x"}')}.`)

describe('the gate', () => {
  it('returns the caller', async () => {
    expect(await gate(bearer.admin)).toMatchObject({
      username: 'kim',
      groups: ['admins'],
      scope: 'aws.cognito.signin.user.admin',
    })
    expect(await gate(bearer.admin.replace('Bearer', 'bearer'), 'admins')).toHaveProperty('sub')
  })

  it.each<[string, () => string | undefined, string]>([
    ['no token', () => undefined, 'Bearer'],
    ['another scheme', () => 'Basic YTpi', 'Bearer'],
    ['no JWT', () => 'Bearer abc', 'Bearer error="invalid_token"'],
    ['an ID token', () => bearer.id, 'Bearer error="invalid_token"'],
    ['a token of another pool', () => bearer.elsewhere, 'Bearer error="invalid_token"'],
    ['one that was tampered with', () => tampered(bearer.admin), 'Bearer error="invalid_token"'],
  ])('answers %s with 401 and a WWW-Authenticate header', async (_, authorization, challenge) => {
    const { headers, body, ...answer } = errorResponseIn(await gate(authorization(), 'admins'))
    expect(answer.status).toBe(401)
    expect(headers).toEqual({
      'content-type': 'application/problem+json',
      'www-authenticate': challenge,
    })
    expect(JSON.parse(body)).toMatchObject({ title: 'Unauthorized', status: 401 })
  })

  it('answers a token of another client with 401', async () => {
    const { origin, UserPoolId } = fullPool
    const others = createGate({ issuer: `${origin}/${UserPoolId}`, clientId: 'another' })
    expect(await others(bearer.admin)).toMatchObject({ status: 401 })
  })

  it('answers a user outside the group with 403', async () => {
    const { status, body } = errorResponseIn(await gate(bearer.member, 'admins'))
    expect(status).toBe(403)
    expect(JSON.parse(body)).toEqual({
      title: 'Forbidden',
      status: 403,
      detail: 'Only members of the group admins may see this.',
    })
  })

  it('answers 503 while the keys cannot be fetched', async () => {
    expect(await gone(bearer.elsewhere)).toMatchObject({ status: 503 })
  })
})

function errorResponseIn(verdict: Awaited<ReturnType<Gate>>) {
  if (!('status' in verdict)) throw new Error('It was admitted')
  return verdict
}

describe('docs/your-api.md', () => {
  it('works in Express', async () => {
    const middleware = requireToken(gate, 'admins')
    const answer = async (authorization?: string) =>
      ask((request: Parameters<RequestListener>[0] & { caller?: Caller }, response) => {
        middleware(request, response, () => response.end(JSON.stringify(request.caller)))
      }, authorization)
    expect(await answer(bearer.admin)).toMatchObject({ status: 200, body: { username: 'kim' } })
    expect(await answer(bearer.member)).toMatchObject({ status: 403, body: { status: 403 } })
    expect(await answer()).toMatchObject({ status: 401, challenge: 'Bearer' })
  })

  it('works in Fastify', async () => {
    const hook = requireTokenInFastify(gate, 'admins')
    const sent: unknown[] = []
    const reply = {
      code(status: number) {
        sent.push(status)
        return reply
      },
      headers(values: object) {
        sent.push(values)
        return reply
      },
      send: (body: string) => sent.push(JSON.parse(body)),
    }
    const request: Parameters<typeof hook>[0] = { headers: { authorization: bearer.admin } }
    await hook(request, reply)
    expect(request.caller?.groups).toEqual(['admins'])
    expect(sent).toEqual([])
    await hook({ headers: {} }, reply)
    expect(sent).toMatchObject([401, { 'www-authenticate': 'Bearer' }, { status: 401 }])
  })

  it('works in a Lambda function', async () => {
    const handler = withToken(gate, async ({ username }) => ({ username }), 'admins')
    expect(await handler({ headers: { authorization: bearer.admin } })).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"username":"kim"}',
    })
    expect(await handler({ headers: { authorization: bearer.member } })).toMatchObject({
      statusCode: 403,
    })
  })

  it.each<[string, string[]]>([
    ['[admins members]', ['admins', 'members']],
    ['[admins]', ['admins']],
    ['', []],
  ])('works behind an authorizer that passes %s', (groups, expected) => {
    const claims = { 'cognito:groups': groups }
    expect(groupsOf({ requestContext: { authorizer: { jwt: { claims } } } })).toEqual(expected)
  })

  it('shows the current files', async () => {
    const text = await readFile(new URL('../docs/your-api.md', import.meta.url), 'utf8')
    const shown = [...text.matchAll(/<!-- sample-api\/(\w+\.ts) -->\n```ts\n(.*?)```/gs)]
    expect(shown.map(([, name]) => name)).toEqual([
      'express.ts',
      'fastify.ts',
      'lambda.ts',
      'authorizer.ts',
    ])
    for (const [, name = '', code] of shown) {
      expect(code, name).toBe(await readFile(new URL(name, import.meta.url), 'utf8'))
    }
  })
})

describe('beside the dev server', () => {
  let vite: ViteDevServer

  beforeAll(async () => {
    vite = await createVite({
      configFile: false,
      logLevel: 'silent',
      server: { middlewareMode: true, ws: false },
      appType: 'custom',
      plugins: [sampleApi(() => fullPool.origin)],
    })
  })
  afterAll(() => vite.close())

  it.each<[string, string, () => string | undefined, number, object]>([
    ['GET', '/api/me', () => bearer.member, 200, { username: 'kim', groups: [] }],
    ['GET', '/api/me?x=1', () => bearer.admin, 200, { groups: ['admins'] }],
    [
      'GET',
      '/api/admin/members',
      () => bearer.admin,
      200,
      { members: ['ada@example.com', 'grace@example.com'] },
    ],
    ['GET', '/api/admin/members', () => bearer.member, 403, { title: 'Forbidden' }],
    ['GET', '/api/me', () => undefined, 401, { title: 'Unauthorized' }],
    ['GET', '/api/me', () => bearer.elsewhere, 401, { title: 'Unauthorized' }],
  ])('%s %s', async (method, path, authorization, status, body) => {
    const answer = await ask(vite.middlewares, authorization(), method, path)
    expect(answer).toMatchObject({ status, body, cache: 'no-store' })
  })

  it('passes other paths on', async () => {
    expect(await ask(vite.middlewares, bearer.admin, 'POST', '/api/me')).toMatchObject({
      status: 405,
    })
    expect(await ask(vite.middlewares, bearer.admin, 'GET', '/api/toString')).toMatchObject({
      status: 404,
    })
  })
})

/** Sends one request to a new server. */
async function ask(
  listener: RequestListener,
  authorization?: string,
  method = 'GET',
  path = '/',
): Promise<{ status: number; body: unknown; challenge: string | null; cache: string | null }> {
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  try {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: authorization === undefined ? {} : { authorization },
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') ? JSON.parse(text) : text,
      challenge: response.headers.get('www-authenticate'),
      cache: response.headers.get('cache-control'),
    }
  } finally {
    server.close()
  }
}
