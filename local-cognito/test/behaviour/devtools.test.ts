import { expect, test } from 'vitest'
import { createCognito } from '#local-cognito/index.ts'
import { seed } from '#local-cognito/seed.ts'

const origin = 'http://cognito.test'

async function openDevtools() {
  const { store, handle } = createCognito()
  await seed(store)
  const get = async (path: string, init?: RequestInit) => {
    const response = await handle(new Request(origin + path, init))
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const inject = (faults: unknown) =>
    get('/_local/faults', { method: 'PUT', body: JSON.stringify(faults) })
  const call = (action: string, input: object) =>
    handle(
      new Request(`${origin}/`, {
        method: 'POST',
        headers: { 'X-Amz-Target': `AWSCognitoIdentityProviderService.${action}` },
        body: JSON.stringify(input),
      }),
    )
  const resend = (ClientId = 'gatehouselocal') =>
    call('ResendConfirmationCode', { ClientId, Username: 'mary@example.com' })
  return { store, get, inject, call, resend }
}

test('the config has the default pool, its rules and the requested origin', async () => {
  const { get } = await openDevtools()
  const { text } = await get('/_local/config')
  expect(JSON.parse(text)).toEqual({
    cognito: {
      region: 'us-east-1',
      userPoolId: 'us-east-1_Gatehouse',
      userPoolClientId: 'gatehouselocal',
      endpoint: origin,
    },
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    signUp: { enabled: true, attributes: ['given_name'] },
    signIn: {
      secondFactors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      passkeys: true,
      passkeyMfa: false,
    },
    session: { refreshTokenValiditySeconds: 12 * 60 * 60 },
  })
  expect(await get('/_local/config?pool=us-east-1_None')).toMatchObject({
    status: 404,
    text: '{"message":"There is no user pool us-east-1_None."}',
  })
  expect(await get('/_local/config?client=none')).toMatchObject({
    status: 404,
    text: '{"message":"User pool us-east-1_Gatehouse has no client none."}',
  })
})

test('lists messages newest first, and by address', async () => {
  const { get, resend } = await openDevtools()
  await resend()
  const { text } = await get('/_local/messages?to=Mary@example.com')
  const messages: unknown = JSON.parse(text)
  expect(messages).toMatchObject([
    { to: 'mary@example.com', medium: 'EMAIL', kind: 'signUp', poolId: 'us-east-1_Gatehouse' },
    { kind: 'signUp' },
  ])
  expect(await get('/_local/messages?to=no-user@example.com')).toMatchObject({ text: '[]' })
})

test('the page shows messages and users, and escapes markup', async () => {
  const { get, store } = await openDevtools()
  const [message] = store.messages
  if (message) message.to = '<script>alert(1)</script>@example.com'
  const { text, headers } = await get('/_local')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(text).not.toContain('<script')
  expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62;@example.com')
  expect(text).toContain('reset required')
  expect(text).toContain('admins, members')
  expect(text).toContain(message?.code)
})

const EVIL = 'https://evil.example'

test('no page of another site reads or frames any of it', async () => {
  const { get } = await openDevtools()
  const routes = ['', '/', '/messages', '/config', '/config?pool=none', '/faults', '/assumptions']
  for (const path of [...routes, '/none']) {
    const { headers } = await get(`/_local${path}`, { headers: { Origin: EVIL } })
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }
  for (const path of ['/_local/faults', '/_local/assumptions']) {
    const preflight = await get(path, {
      method: 'OPTIONS',
      headers: { Origin: EVIL, 'Access-Control-Request-Method': 'PUT' },
    })
    expect(preflight.status).toBe(405)
    expect([...preflight.headers.keys()].join()).not.toContain('access-control')
  }
})

test('other addresses are not found', async () => {
  const { get } = await openDevtools()
  expect(await get('/_local/none')).toMatchObject({ status: 404 })
  expect(await get('/_localhost')).toMatchObject({ status: 404 })
  expect(await get('/_local/config', { method: 'POST' })).toMatchObject({ status: 405 })
  expect(await get('/_local/faults', { method: 'POST' })).toMatchObject({ status: 405 })
})

test('injects an exception, as often as requested', async () => {
  const { inject, resend } = await openDevtools()
  const operation = 'ResendConfirmationCode'
  const type = 'TooManyRequestsException'
  await inject([{ operation, type, message: 'Rate exceeded', times: 2 }])
  for (let time = 0; time < 2; time += 1) {
    const refused = await resend()
    expect(refused.status).toBe(400)
    expect(refused.headers.get('x-amzn-errortype')).toBe(`${type}:`)
    expect(await refused.json()).toEqual({ __type: type, message: 'Rate exceeded' })
  }
  expect((await resend()).status).toBe(200)
})

test('injects a proxy page, an empty body, a broken connection and a delay', async () => {
  const { inject, resend } = await openDevtools()
  const operation = 'ResendConfirmationCode'
  await inject([{ operation, status: 502, body: '<h1>Bad Gateway</h1>' }])
  const page = await resend()
  expect(page.status).toBe(502)
  expect(page.headers.get('content-type')).toBe('text/html')
  expect(await page.text()).toBe('<h1>Bad Gateway</h1>')

  await inject([{ operation, status: 200, body: '' }])
  const silence = await resend()
  expect([silence.status, await silence.text()]).toEqual([200, ''])

  await inject([{ operation, network: 'reset' }])
  expect((await resend()).type).toBe('error')

  await inject([{ operation, delayMs: 60 }])
  const began = performance.now()
  expect((await resend()).status).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(50)
})

test('a fault affects its own client and operation only', async () => {
  const { inject, resend, call, get } = await openDevtools()
  await inject([{ operation: 'ResendConfirmationCode', clientId: 'another', status: 503 }])
  await inject([{ operation: 'GetUser', clientId: 'gatehouselocal', status: 503 }])
  expect((await resend()).status).toBe(200)
  expect((await resend('another')).status).toBe(503)

  const claims = btoa(JSON.stringify({ client_id: 'gatehouselocal' })).replaceAll('=', '')
  expect((await call('GetUser', { AccessToken: `e30.${claims}.c2ln` })).status).toBe(503)

  await get('/_local/faults?client=another', { method: 'DELETE' })
  expect(JSON.parse((await get('/_local/faults')).text)).toHaveLength(1)
  await get('/_local/faults', { method: 'DELETE' })
  expect((await get('/_local/faults')).text).toBe('[]')
})

test.for([
  [{}, 'The body must be a JSON array of faults.'],
  [[1], '[0] must be an object.'],
  [[{}], '[0].operation must be an action that the local Cognito serves.'],
  [[{ operation: 'SignIn' }], '[0].operation must be an action that the local Cognito serves.'],
  [[{ operation: 'SignUp', delay: 1 }], '[0].delay is none of operation,'],
  [[{ operation: 'SignUp', times: 0 }], '[0].times must be a whole number from 1 to 1000000.'],
  [[{ operation: 'SignUp', status: 99 }], '[0].status must be a whole number from 200 to 599.'],
  [[{ operation: 'SignUp', type: 'Oops' }], '[0].type must be the name of an exception'],
  [[{ operation: 'SignUp', body: 1 }], '[0].body must be a string.'],
  [[{ operation: 'SignUp', network: 'slow' }], '[0].network must be "reset".'],
] as const)('refuses an invalid fault: %j', async ([faults, complaint]) => {
  const { inject, get } = await openDevtools()
  const { status, text } = await inject(faults)
  expect(status).toBe(400)
  expect(text).toContain(JSON.stringify(complaint).slice(1, -1))
  expect((await get('/_local/faults')).text).toBe('[]')
})

test('does not seed an existing pool again', async () => {
  const { store } = await openDevtools()
  const before = JSON.stringify(store)
  await seed(store)
  expect(JSON.stringify(store)).toBe(before)
})

test('assumptions can be read, changed and reset; an invalid change changes nothing', async () => {
  const { get } = await openDevtools()
  const change = async (body: unknown) => {
    const init = { method: 'PUT', body: JSON.stringify(body) }
    const { status, text } = await get('/_local/assumptions', init)
    return { status, body: JSON.parse(text) as unknown }
  }
  const read = async () => JSON.parse((await get('/_local/assumptions')).text) as unknown
  const before = await read()
  expect(before).toMatchObject({ wrongMfaCode: 'keepsSession', onlyFactor: 'isAsked' })
  expect(await change({ wrongMfaCode: 'endsSession' })).toMatchObject({
    status: 200,
    body: { wrongMfaCode: 'endsSession', onlyFactor: 'isAsked' },
  })
  const wrong = { onlyFactor: 'isOffered', wrongMfaCode: 'explodes' }
  expect(await change(wrong)).toEqual({
    status: 400,
    body: { message: 'wrongMfaCode must be keepsSession or endsSession.' },
  })
  expect(await change([])).toMatchObject({ status: 400 })
  expect((await change({ weather: 'fine' })).body).toMatchObject({
    message: expect.stringMatching(/^weather is none of lateRotation, /) as string,
  })
  expect(await read()).toMatchObject({ wrongMfaCode: 'endsSession', onlyFactor: 'isAsked' })
  await get('/_local/assumptions', { method: 'DELETE' })
  expect(await read()).toEqual(before)
  expect((await get('/_local/assumptions', { method: 'POST' })).status).toBe(405)
})
