import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestPool } from '#local-cognito/test/support/testPool.ts'
import { administer, openTracked, track } from '#local-cognito/test/support/sessionPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const refusal = (__type: string, message: string) => ({ __type, message })
const OFF = refusal(
  'OperationNotEnabledException',
  'Session tracking is not enabled for this user pool.',
)
const NEEDS_ESSENTIALS = refusal(
  'FeatureUnavailableInTierException',
  'The following features need to be disabled for the LITE pricing tier configured: User Session Tracking',
)
const UNKNOWN = refusal('ResourceNotFoundException', 'Session does not exist.')
const UNKNOWN_USER = refusal('UserNotFoundException', 'User does not exist.')

describe('an administrator', () => {
  test('lists the sessions of a user, and ends them all', async () => {
    const { testPool, signIn, sessions, idOf } = await openTracked()
    const { AccessToken } = await signIn()
    const [own] = await sessions(AccessToken)
    const seen = { ...own, IsCurrentSession: false }
    const jo = { Username: 'jo' }
    expect(await administer(testPool, 'AdminListUserSessions', jo)).toEqual({ Sessions: [seen] })
    const ended = { ...jo, SessionId: await idOf(AccessToken) }
    await testPool.addTestUser('kim')
    expect(
      await administer(testPool, 'AdminRevokeUserSession', { ...ended, Username: 'kim' }),
    ).toEqual(UNKNOWN)
    expect(await administer(testPool, 'AdminRevokeUserSession', ended)).toEqual({})
    expect(await testPool.refused('GetUser', { AccessToken })).toMatchObject({
      message: 'Access Token has been revoked',
    })
    expect(await administer(testPool, 'AdminRevokeUserSession', ended)).toEqual(UNKNOWN)
    expect(await administer(testPool, 'AdminListUserSessions', jo)).toEqual({ Sessions: [] })
  })

  test('is refused for an unknown user, an invalid page, or without tracking', async () => {
    const { testPool } = await openTracked()
    const SessionId = 'sso'
    for (const action of ['AdminListUserSessions', 'AdminRevokeUserSession']) {
      const unknownUser = { Username: 'nobody', SessionId }
      expect(await administer(testPool, action, unknownUser)).toEqual(UNKNOWN_USER)
      const elsewhere = { ...unknownUser, UserPoolId: 'us-east-1_none' }
      expect(await administer(testPool, action, elsewhere)).toMatchObject({
        message: 'User pool us-east-1_none does not exist.',
      })
      expect((await testPool.send(action, unknownUser)).text).toContain(
        'MissingAuthenticationToken',
      )
    }
    const page = { Username: 'jo', NextToken: 'made-up' }
    expect(await administer(testPool, 'AdminListUserSessions', page)).toMatchObject({
      __type: 'InvalidParameterException',
    })
    await track(testPool, 20, 'DISABLED')
    const jo = { Username: 'jo', SessionId }
    expect(await administer(testPool, 'AdminListUserSessions', jo)).toEqual(OFF)
    expect(await administer(testPool, 'AdminRevokeUserSession', jo)).toEqual(OFF)
  })
})

describe('session configuration', () => {
  test('of a pool: the defaults, then the settings', async () => {
    const testPool = await openTestPool()
    const get = () => administer(testPool, 'GetUserPoolSessionConfiguration')
    const UserPoolId = testPool.pool.id
    const TokenSession = { MaxPerUser: 20 }
    expect(await get()).toEqual({ UserPoolId, UserSessionTracking: 'DISABLED', TokenSession })
    const set = {
      UserPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 100 },
    }
    expect(await track(testPool, 100)).toEqual(set)
    expect(await get()).toEqual(set)
    for (const most of [0, 101])
      expect(await track(testPool, most)).toMatchObject({ __type: 'InvalidParameterException' })
    const incomplete = { UserSessionTracking: 'DISABLED' }
    expect(await administer(testPool, 'SetUserPoolSessionConfiguration', incomplete)).toMatchObject(
      {
        message:
          "1 validation error detected: Value null at 'tokenSession' failed to satisfy constraint: Member must not be null",
      },
    )
    expect(await get()).toEqual(set)
  })

  test('of a client, where the pool tracks sessions', async () => {
    const { testPool } = await openTracked()
    const ids = { UserPoolId: testPool.pool.id, ClientId: testPool.client.id }
    const get = () => administer(testPool, 'GetUserPoolClientSessionConfiguration', ids)
    const set = (MaxValidityMinutes: number) =>
      administer(testPool, 'SetUserPoolClientSessionConfiguration', {
        ...ids,
        SSOSession: { MaxValidityMinutes },
      })
    expect(await get()).toEqual({ ...ids, SSOSession: { MaxValidityMinutes: 60 } })
    const month = { ...ids, SSOSession: { MaxValidityMinutes: 43_200 } }
    expect(await set(43_200)).toEqual(month)
    expect(await set(129_601)).toMatchObject({ __type: 'InvalidParameterException' })
    await track(testPool, 20, 'DISABLED')
    expect(await set(0)).toEqual(OFF)
    expect(await get()).toEqual(month)
    const unknown = { ...ids, ClientId: 'none' }
    expect(
      await administer(testPool, 'GetUserPoolClientSessionConfiguration', unknown),
    ).toMatchObject({
      __type: 'ResourceNotFoundException',
    })
  })

  test('is refused in the LITE tier, which a pool with it cannot switch to', async () => {
    const { testPool } = await openTracked()
    const lite = { UserPoolTier: 'LITE' }
    expect(await administer(testPool, 'UpdateUserPool', lite)).toEqual(NEEDS_ESSENTIALS)
    await track(testPool, 20, 'DISABLED')
    expect(await administer(testPool, 'UpdateUserPool', lite)).toEqual({})
    expect(await track(testPool)).toEqual(NEEDS_ESSENTIALS)
  })
})
