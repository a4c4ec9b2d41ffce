import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  claimsOf,
  HOUR,
  openTestPool,
  type TestPool,
  type TestPoolOptions,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const REVOKED = notAuthorized('Access Token has been revoked')
const INVALID = notAuthorized('Invalid Access Token')

const rotating: TestPoolOptions = {
  client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } },
}

describe('claims', () => {
  test('an access token has the captured claims, in their order', async () => {
    const testPool = await openTestPool()
    testPool.jo.groups = ['staff']
    const { AccessToken } = await testPool.tokensFor('jo')
    const claims = claimsOf(AccessToken)
    expect(Object.keys(claims)).toEqual(
      'sub cognito:groups iss client_id origin_jti event_id token_use scope auth_time exp iat jti username'.split(
        ' ',
      ),
    )
    expect(claims).toMatchObject({
      sub: testPool.jo.sub,
      iss: `http://cognito.test/${testPool.pool.id}`,
      client_id: testPool.client.id,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: 'jo',
      'cognito:groups': ['staff'],
      exp: Number(claims['iat']) + 3600,
    })
    const [header = ''] = AccessToken.split('.')
    expect(atob(header)).toMatch(/^\{"kid":"[^"]+","alg":"RS256"\}$/)
  })

  test('an ID token has the attributes that the client may read, flags as booleans', async () => {
    const testPool = await openTestPool({ client: { ReadAttributes: ['email', 'email_verified'] } })
    Object.assign(testPool.jo.attributes, { nickname: 'J', updated_at: '1700000000' })
    const claims = claimsOf((await testPool.tokensFor('jo')).IdToken)
    expect(claims).toMatchObject({
      aud: testPool.client.id,
      token_use: 'id',
      'cognito:username': 'jo',
      email: 'jo@example.com',
      email_verified: true,
    })
    expect(claims).not.toHaveProperty('nickname')
    expect(claims).not.toHaveProperty('scope')
  })

  test('the role of the first group is preferred, unless two are first', async () => {
    const testPool = await openTestPool()
    const addGroup = (name: string, Precedence: number | undefined, RoleArn: string) => {
      const settings = { RoleArn, Precedence }
      const group = { poolId: testPool.pool.id, name, settings, createdAt: 0, modifiedAt: 0 }
      testPool.store.groups.set(`${testPool.pool.id}/${name}`, group)
      testPool.jo.groups.push(name)
    }
    const roles = async () => {
      const claims = claimsOf((await testPool.tokensFor('jo')).IdToken)
      return [claims['cognito:roles'], claims['cognito:preferred_role']]
    }
    addGroup('free', undefined, 'arn:free')
    expect(await roles()).toEqual([['arn:free'], undefined])
    addGroup('second', 2, 'arn:2')
    addGroup('first', 1, 'arn:1')
    expect(await roles()).toEqual([['arn:free', 'arn:2', 'arn:1'], 'arn:1'])
    addGroup('rival', 1, 'arn:other')
    expect(await roles()).toEqual([['arn:free', 'arn:2', 'arn:1', 'arn:other'], undefined])
  })

  test('each token lasts as long as the client says', async () => {
    const testPool = await openTestPool({
      client: {
        AccessTokenValidity: 10,
        IdTokenValidity: 1,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'days' },
      },
    })
    const { AuthenticationResult } = await testPool.signInBySrp('jo')
    expect(AuthenticationResult?.ExpiresIn).toBe(600)
    const lifetime = (token = '') => {
      const { exp, iat } = claimsOf(token)
      return Number(exp) - Number(iat)
    }
    expect(lifetime(AuthenticationResult?.AccessToken)).toBe(600)
    expect(lifetime(AuthenticationResult?.IdToken)).toBe(86400)
  })

  test('without token revocation, tokens lack the ids for it', async () => {
    const testPool = await openTestPool({ client: { EnableTokenRevocation: false } })
    const { AccessToken, IdToken } = await testPool.tokensFor('jo')
    for (const claims of [claimsOf(AccessToken), claimsOf(IdToken)]) {
      expect(claims).not.toHaveProperty('origin_jti')
      expect(claims).not.toHaveProperty('jti')
    }
  })
})

describe('an access token is refused', () => {
  const states: [string, (testPool: TestPool) => unknown, object][] = [
    [
      'once it has expired',
      () => vi.advanceTimersByTime(HOUR),
      notAuthorized('Access Token has expired'),
    ],
    [
      'while its user is disabled',
      ({ jo }) => (jo.enabled = false),
      notAuthorized('User is disabled.'),
    ],
    [
      'after its user was deleted',
      ({ store, pool }) => store.users.delete(`${pool.id}/jo`),
      { type: 'UserNotFoundException', message: 'User does not exist.' },
    ],
    ['for a new user of the same name', ({ addTestUser }) => addTestUser('jo'), REVOKED],
    [
      'for a new unconfirmed user of the same name',
      ({ addTestUser }) => addTestUser('jo', { status: 'UNCONFIRMED' }),
      { type: 'UserNotConfirmedException', message: 'User is not confirmed.' },
    ],
  ]
  test.each(states)('%s', async (_, arrange, apiError) => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    await arrange(testPool)
    expect(await testPool.refused('GetUser', { AccessToken })).toEqual(apiError)
  })

  test('after its client was deleted', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    testPool.store.clients.clear()
    expect(await testPool.refused('GetUser', { AccessToken })).toEqual({
      type: 'ResourceNotFoundException',
      message: `User pool client ${testPool.client.id} does not exist.`,
    })
  })

  const spoilt: [string, (tokens: { AccessToken: string; IdToken: string }) => string, object][] = [
    ['that is garbage', () => 'garbage', INVALID],
    ['that is an ID token', ({ IdToken }) => IdToken, INVALID],
    [
      'that claims another algorithm',
      ({ AccessToken }) => [btoa('{"alg":"none"}'), ...AccessToken.split('.').slice(1)].join('.'),
      INVALID,
    ],
    [
      'that was tampered with',
      ({ AccessToken }) => {
        const [header, , signature] = AccessToken.split('.')
        const claims = JSON.stringify({ ...claimsOf(AccessToken), username: 'kim' })
        return [header, btoa(claims).replaceAll('=', ''), signature].join('.')
      },
      notAuthorized('Could not verify signature for Access Token'),
    ],
  ]
  test.each(spoilt)('%s', async (_, spoil, apiError) => {
    const testPool = await openTestPool()
    const AccessToken = spoil(await testPool.tokensFor('jo'))
    expect(await testPool.refused('GetUser', { AccessToken })).toEqual(apiError)
  })
})

describe('signing out', () => {
  test('everywhere: revokes every token of the user, and no others', async () => {
    const testPool = await openTestPool(rotating)
    await testPool.addTestUser('kim')
    const [one, two, other] = [
      await testPool.tokensFor('jo'),
      await testPool.tokensFor('jo'),
      await testPool.tokensFor('kim'),
    ]
    expect(await testPool.call('GlobalSignOut', { AccessToken: one.AccessToken })).toEqual({})
    for (const { AccessToken, RefreshToken } of [one, two]) {
      expect(await testPool.refused('GetUser', { AccessToken })).toEqual(REVOKED)
      // With rotation, a revoked token is refused without a message.
      expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken })).toEqual({
        type: 'NotAuthorizedException',
      })
    }
    await testPool.call('GetUser', { AccessToken: other.AccessToken })
  })

  test('here: revokes one sign-in, also when repeated', async () => {
    const testPool = await openTestPool()
    const [here, there] = [await testPool.tokensFor('jo'), await testPool.tokensFor('jo')]
    const input = { Token: here.RefreshToken }
    expect(await testPool.call('RevokeToken', input)).toEqual({})
    expect(await testPool.call('RevokeToken', input)).toEqual({})
    expect(await testPool.call('RevokeToken', { Token: 'unknown' })).toEqual({})
    expect(await testPool.refused('GetUser', { AccessToken: here.AccessToken })).toEqual(REVOKED)
    await testPool.call('GetUser', { AccessToken: there.AccessToken })
  })

  const UNAUTHORIZED = { type: 'UnauthorizedException', message: 'Invalid client or secret' }
  const apiErrors: [TestPoolOptions['client'], string, object][] = [
    [
      { EnableTokenRevocation: false },
      'any',
      {
        type: 'UnsupportedOperationException',
        message: 'This feature is not enabled for this client',
      },
    ],
    [{ GenerateSecret: true }, 'any', UNAUTHORIZED],
    [{}, '', { type: 'InvalidParameterException', message: 'Token is required' }],
    [{}, 'a.b.c', { type: 'UnsupportedTokenTypeException', message: 'Unsupported token type' }],
  ]
  test.each(apiErrors)(
    'with a client of %j, RevokeToken of "%s" is refused',
    async (client, Token, apiError) => {
      const testPool = await openTestPool({ client: client ?? {} })
      expect(await testPool.refused('RevokeToken', { Token })).toEqual(apiError)
    },
  )

  test('not for another client', async () => {
    const testPool = await openTestPool()
    const { RefreshToken } = await testPool.tokensFor('jo')
    const { id: ClientId } = testPool.makeClient()
    expect(await testPool.refused('RevokeToken', { ClientId, Token: RefreshToken })).toEqual(
      UNAUTHORIZED,
    )
  })
})
