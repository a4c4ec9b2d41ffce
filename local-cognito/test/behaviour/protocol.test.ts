import { describe, expect, test } from 'vitest'
import { createCognito } from '#local-cognito/index.ts'
import { operations } from '#local-cognito/operations/operations.ts'
import { parseObject } from '#local-cognito/test/support/domainPool.ts'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'

const EXPOSED = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date'

const get = (testPool: Awaited<ReturnType<typeof openTestPool>>, path: string) =>
  testPool.cognito.handle(new Request(`http://cognito.test${path}`))

describe('a response', () => {
  test('is AWS JSON with a request id, readable from any origin', async () => {
    const testPool = await openTestPool()
    const { status, headers } = await testPool.send('SignUp', signUp(testPool.client.id))
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('application/x-amz-json-1.1')
    expect(headers.get('x-amzn-RequestId')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Access-Control-Expose-Headers')).toBe(EXPOSED)
  })

  test('is {} for an output without members', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    expect((await testPool.send('GlobalSignOut', { AccessToken })).text).toBe('{}')
  })

  test('repeats type and message of an error in headers', async () => {
    const testPool = await openTestPool()
    const { status, headers, text } = await testPool.send('GetUser', { AccessToken: 'garbage' })
    expect(status).toBe(400)
    expect(text).toBe('{"__type":"NotAuthorizedException","message":"Invalid Access Token"}')
    expect(headers.get('x-amzn-ErrorType')).toBe('NotAuthorizedException:')
    expect(headers.get('x-amzn-ErrorMessage')).toBe('Invalid Access Token')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  test('to a preflight allows the requested headers', async () => {
    const testPool = await openTestPool()
    const asked = 'content-type, x-amz-target, amz-sdk-request'
    const response = await testPool.cognito.handle(
      new Request('http://cognito.test/', {
        method: 'OPTIONS',
        headers: { 'Access-Control-Request-Headers': asked },
      }),
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(asked)
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('POST')
  })
})

const signUp = (ClientId: string) => ({ ClientId, Username: 'kim', Password: PASSWORD })

const WELL_FORMED = `AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`

describe('a request', () => {
  test.each([
    ['an unknown action', 'MakeCoffee', {}, {}, 'UnknownOperationException'],
    ['a body that is no JSON', 'SignUp', '{', {}, 'SerializationException'],
    ['a body that is no object', 'SignUp', [], {}, 'SerializationException'],
    ['a number for a string', 'SignUp', { Username: 7 }, {}, 'SerializationException'],
    [
      'a map of numbers',
      'InitiateAuth',
      { AuthParameters: { USERNAME: 7 } },
      {},
      'SerializationException',
    ],
    ['no signature', 'ListUserPools', {}, {}, 'MissingAuthenticationTokenException'],
    [
      'half a signature',
      'ListUserPools',
      {},
      { Authorization: 'AWS4-HMAC-SHA256 Credential=AKIA' },
      'IncompleteSignatureException',
    ],
  ])('with %s is refused', async (_, action, input, headers, type) => {
    const testPool = await openTestPool()
    const { status, text } = await testPool.send(action, input, headers)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ __type: type })
  })

  test('for a pool or its users needs a signature, whatever the action', async () => {
    const testPool = await openTestPool()
    const ofUsers = ['AccessToken', 'Session', 'ClientId', 'RefreshToken']
    const ofPools = Object.entries(operations).filter(
      ([, { members }]) => 'UserPoolId' in members || !ofUsers.some((name) => name in members),
    )
    expect(ofPools.map(([name]) => name)).toContain('TagResource')
    for (const [name] of ofPools) {
      const { text } = await testPool.send(name, {})
      expect(parseObject(text)['__type'], name).toBe('MissingAuthenticationTokenException')
    }
  })

  test('for an unknown action is told its name', async () => {
    const testPool = await openTestPool()
    const { text, headers } = await testPool.send('MakeCoffee', {})
    expect(parseObject(text)['message']).toMatch(/\bMakeCoffee$/)
    expect(headers.get('x-amzn-ErrorMessage')).toMatch(/\bMakeCoffee$/)
  })

  test('with any well-formed signature may call admin operations', async () => {
    const testPool = await openTestPool()
    const headers = { Authorization: WELL_FORMED }
    expect((await testPool.send('ListUserPools', { MaxResults: 1 }, headers)).status).toBe(200)
  })

  test.each([
    ['https://evil.example', 'UnrecognizedClientException'],
    ['http://localhost.evil.example', 'UnrecognizedClientException'],
    // Of a sandboxed frame, or a file.
    ['null', 'UnrecognizedClientException'],
    ['http://localhost:5173', undefined],
    ['https://portal.localhost', undefined],
    ['http://127.0.0.1:8080', undefined],
    ['http://cognito.test', undefined],
  ])('signed by a page of %s is answered, or refused: %s', async (Origin, type) => {
    const testPool = await openTestPool()
    const headers = { Authorization: WELL_FORMED, Origin }
    const admin = await testPool.send('ListUserPools', { MaxResults: 1 }, headers)
    expect(parseObject(admin.text)['__type']).toBe(type)
    const { status } = await testPool.send('SignUp', signUp(testPool.client.id), { Origin })
    expect(status, 'the actions of a portal').toBe(200)
  })

  test('of a user needs no signature, and ignores a bad one', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    const headers = { Authorization: 'nonsense' }
    expect((await testPool.send('GetUser', { AccessToken, Extra: 1 }, headers)).status).toBe(200)
  })

  test('may send null for absent members, also in maps and lists', async () => {
    const testPool = await openTestPool()
    const AuthParameters = { USERNAME: 'jo', SRP_A: 'ab', DEVICE_KEY: null }
    const input = { AuthFlow: 'USER_SRP_AUTH', AuthParameters, ClientMetadata: null }
    await testPool.call('InitiateAuth', input)
    const attributes = { UserAttributes: [null] }
    expect(
      await testPool.call('SignUp', { Username: 'kim', Password: PASSWORD, ...attributes }),
    ).toMatchObject({ UserConfirmed: false })
  })

  test('for another path is not found', async () => {
    const testPool = await openTestPool()
    expect((await get(testPool, '/nothing')).status).toBe(404)
    expect((await get(testPool, '/us-east-1_nosuch/.well-known/jwks.json')).status).toBe(404)
  })
})

describe('input validation', () => {
  test('comes first, and lists all violations at once', async () => {
    const testPool = await openTestPool()
    const input = { ClientId: 'not a client', Username: '', Password: 'a b' }
    expect(await testPool.refused('SignUp', input)).toEqual({
      type: 'InvalidParameterException',
      message: [
        "4 validation errors detected: Value at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+",
        "Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+",
        "Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
      ].join('; '),
    })
  })

  test.each([
    [
      'SignUp',
      { Username: 'kim', UserAttributes: [{ Name: 'a'.repeat(33), Value: 'secret' }] },
      `Value '${'a'.repeat(33)}' at 'userAttributes.1.member.name' failed to satisfy constraint: Member must have length less than or equal to 32`,
    ],
    ['GetUser', {}, "Value at 'accessToken' failed to satisfy constraint: Member must not be null"],
    [
      'ConfirmSignUp',
      { Username: 'kim', ConfirmationCode: '1 2' },
      "Value '1 2' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+",
    ],
    [
      'RespondToAuthChallenge',
      { ChallengeName: 'PASSWORD_VERIFIER', Session: 'short' },
      "Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20",
    ],
  ] as const)('of %s', async (action, input, violation) => {
    const testPool = await openTestPool()
    expect(await testPool.refused(action, input)).toEqual({
      type: 'InvalidParameterException',
      message: `1 validation error detected: ${violation}`,
    })
  })
})

describe('a pool publishes', () => {
  test('its two keys, which persist, and its endpoints', async () => {
    const testPool = await openTestPool()
    delete testPool.pool.keys
    const path = `/${testPool.pool.id}/.well-known`
    const jwks: unknown = await (await get(testPool, `${path}/jwks.json`)).json()
    const key = { alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' }
    expect(jwks).toMatchObject({ keys: [key, key] })
    for (const { kid } of Object.values(testPool.store.pools.get(testPool.pool.id)?.keys ?? {}))
      expect(kid).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    expect(JSON.stringify(jwks)).not.toContain('"d"')
    expect(await (await get(testPool, `${path}/jwks.json`)).json()).toEqual(jwks)
    expect(await (await get(testPool, `${path}/openid-configuration`)).json()).toMatchObject({
      issuer: `http://cognito.test/${testPool.pool.id}`,
      jwks_uri: `http://cognito.test${path}/jwks.json`,
    })
  })
})

test('a bug is answered as InternalErrorException, and reported', async () => {
  const errors: unknown[] = []
  const cognito = createCognito({
    onError: (error) => errors.push(error),
    now: () => {
      throw new Error('no clock')
    },
  })
  const response = await cognito.handle(
    new Request('http://cognito.test/', {
      method: 'POST',
      headers: {
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.CreateUserPool',
        Authorization: WELL_FORMED,
      },
      body: '{"PoolName":"test"}',
    }),
  )
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    __type: 'InternalErrorException',
    message: 'Internal server error.',
  })
  expect(errors).toMatchObject([{ message: 'no clock' }])
})
