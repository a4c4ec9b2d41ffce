import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  callAsAdmin,
  enableTracking,
  openSessionPool,
} from '#local-cognito/test/support/sessionPool.ts'
import { openTestPool } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const apiError = (__type: string, message: string) => ({ __type, message })
const OFF = apiError(
  'OperationNotEnabledException',
  'Session tracking is not enabled for this user pool.',
)
const NEEDS_ESSENTIALS = apiError(
  'FeatureUnavailableInTierException',
  'The following features need to be disabled for the LITE pricing tier configured: User Session Tracking',
)
const UNKNOWN = apiError('ResourceNotFoundException', 'Session does not exist.')
const UNKNOWN_USER = apiError('UserNotFoundException', 'User does not exist.')

describe('an administrator', () => {
  test('lists the sessions of a user, and ends them all', async () => {
    const { testPool, signIn, sessions, idOf } = await openSessionPool()
    const { AccessToken } = await signIn()
    const [own] = await sessions(AccessToken)
    const seen = { ...own, IsCurrentSession: false }
    const jo = { Username: 'jo' }
    expect(await callAsAdmin(testPool, 'AdminListUserSessions', jo)).toEqual({ Sessions: [seen] })
    const ended = { ...jo, SessionId: await idOf(AccessToken) }
    await testPool.addTestUser('kim')
    expect(
      await callAsAdmin(testPool, 'AdminRevokeUserSession', { ...ended, Username: 'kim' }),
    ).toEqual(UNKNOWN)
    expect(await callAsAdmin(testPool, 'AdminRevokeUserSession', ended)).toEqual({})
    expect(await testPool.refused('GetUser', { AccessToken })).toMatchObject({
      message: 'Access Token has been revoked',
    })
    expect(await callAsAdmin(testPool, 'AdminRevokeUserSession', ended)).toEqual(UNKNOWN)
    expect(await callAsAdmin(testPool, 'AdminListUserSessions', jo)).toEqual({ Sessions: [] })
  })

  test('is refused for an unknown user, an invalid page, or without tracking', async () => {
    const { testPool } = await openSessionPool()
    const SessionId = 'sso'
    for (const action of ['AdminListUserSessions', 'AdminRevokeUserSession']) {
      const unknownUser = { Username: 'no-user', SessionId }
      expect(await callAsAdmin(testPool, action, unknownUser)).toEqual(UNKNOWN_USER)
      const elsewhere = { ...unknownUser, UserPoolId: 'us-east-1_none' }
      expect(await callAsAdmin(testPool, action, elsewhere)).toMatchObject({
        message: 'User pool us-east-1_none does not exist.',
      })
      expect((await testPool.send(action, unknownUser)).text).toContain(
        'MissingAuthenticationToken',
      )
    }
    const page = { Username: 'jo', NextToken: 'made-up' }
    expect(await callAsAdmin(testPool, 'AdminListUserSessions', page)).toMatchObject({
      __type: 'InvalidParameterException',
    })
    await enableTracking(testPool, 20, 'DISABLED')
    const jo = { Username: 'jo', SessionId }
    expect(await callAsAdmin(testPool, 'AdminListUserSessions', jo)).toEqual(OFF)
    expect(await callAsAdmin(testPool, 'AdminRevokeUserSession', jo)).toEqual(OFF)
  })
})

describe('session configuration', () => {
  test('of a pool: the defaults, then the settings', async () => {
    const testPool = await openTestPool()
    const get = () => callAsAdmin(testPool, 'GetUserPoolSessionConfiguration')
    const UserPoolId = testPool.pool.id
    const TokenSession = { MaxPerUser: 20 }
    expect(await get()).toEqual({ UserPoolId, UserSessionTracking: 'DISABLED', TokenSession })
    const set = {
      UserPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 100 },
    }
    expect(await enableTracking(testPool, 100)).toEqual(set)
    expect(await get()).toEqual(set)
    for (const most of [0, 101])
      expect(await enableTracking(testPool, most)).toMatchObject({
        __type: 'InvalidParameterException',
      })
    const incomplete = { UserSessionTracking: 'DISABLED' }
    expect(
      await callAsAdmin(testPool, 'SetUserPoolSessionConfiguration', incomplete),
    ).toMatchObject({
      message:
        "1 validation error detected: Value null at 'tokenSession' failed to satisfy constraint: Member must not be null",
    })
    expect(await get()).toEqual(set)
  })

  test('of a client, where the pool tracks sessions', async () => {
    const { testPool } = await openSessionPool()
    const ids = { UserPoolId: testPool.pool.id, ClientId: testPool.client.id }
    const get = () => callAsAdmin(testPool, 'GetUserPoolClientSessionConfiguration', ids)
    const set = (MaxValidityMinutes: number) =>
      callAsAdmin(testPool, 'SetUserPoolClientSessionConfiguration', {
        ...ids,
        SSOSession: { MaxValidityMinutes },
      })
    expect(await get()).toEqual({ ...ids, SSOSession: { MaxValidityMinutes: 60 } })
    const month = { ...ids, SSOSession: { MaxValidityMinutes: 43_200 } }
    expect(await set(43_200)).toEqual(month)
    expect(await set(129_601)).toMatchObject({ __type: 'InvalidParameterException' })
    await enableTracking(testPool, 20, 'DISABLED')
    expect(await set(0)).toEqual(OFF)
    expect(await get()).toEqual(month)
    const unknown = { ...ids, ClientId: 'none' }
    expect(
      await callAsAdmin(testPool, 'GetUserPoolClientSessionConfiguration', unknown),
    ).toMatchObject({
      __type: 'ResourceNotFoundException',
    })
  })

  test('is refused in the LITE tier, which a pool with it cannot switch to', async () => {
    const { testPool } = await openSessionPool()
    const lite = { UserPoolTier: 'LITE' }
    expect(await callAsAdmin(testPool, 'UpdateUserPool', lite)).toEqual(NEEDS_ESSENTIALS)
    await enableTracking(testPool, 20, 'DISABLED')
    expect(await callAsAdmin(testPool, 'UpdateUserPool', lite)).toEqual({})
    expect(await enableTracking(testPool)).toEqual(NEEDS_ESSENTIALS)
  })
})
