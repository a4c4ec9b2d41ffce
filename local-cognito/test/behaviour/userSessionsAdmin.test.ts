import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCognito } from '#local-cognito/test/support/testPool.ts'
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
const NOBODY = refusal('UserNotFoundException', 'User does not exist.')

describe('an administrator', () => {
  test('sees the sessions of somebody, and ends them all', async () => {
    const { bed, enter, sessions, idOf } = await openTracked()
    const { AccessToken } = await enter()
    const [own] = await sessions(AccessToken)
    const seen = { ...own, IsCurrentSession: false }
    const jo = { Username: 'jo' }
    expect(await administer(bed, 'AdminListUserSessions', jo)).toEqual({ Sessions: [seen] })
    const ended = { ...jo, SessionId: await idOf(AccessToken) }
    await bed.addPerson('kim')
    expect(await administer(bed, 'AdminRevokeUserSession', { ...ended, Username: 'kim' })).toEqual(
      UNKNOWN,
    )
    expect(await administer(bed, 'AdminRevokeUserSession', ended)).toEqual({})
    expect(await bed.refused('GetUser', { AccessToken })).toMatchObject({
      message: 'Access Token has been revoked',
    })
    expect(await administer(bed, 'AdminRevokeUserSession', ended)).toEqual(UNKNOWN)
    expect(await administer(bed, 'AdminListUserSessions', jo)).toEqual({ Sessions: [] })
  })

  test('not of nobody, by a page that never was, or in a pool that keeps none', async () => {
    const { bed } = await openTracked()
    const SessionId = 'sso'
    for (const action of ['AdminListUserSessions', 'AdminRevokeUserSession']) {
      const nobody = { Username: 'nobody', SessionId }
      expect(await administer(bed, action, nobody)).toEqual(NOBODY)
      const elsewhere = { ...nobody, UserPoolId: 'us-east-1_none' }
      expect(await administer(bed, action, elsewhere)).toMatchObject({
        message: 'User pool us-east-1_none does not exist.',
      })
      expect((await bed.send(action, nobody)).text).toContain('MissingAuthenticationToken')
    }
    const page = { Username: 'jo', NextToken: 'made-up' }
    expect(await administer(bed, 'AdminListUserSessions', page)).toMatchObject({
      __type: 'InvalidParameterException',
    })
    await track(bed, 20, 'DISABLED')
    const jo = { Username: 'jo', SessionId }
    expect(await administer(bed, 'AdminListUserSessions', jo)).toEqual(OFF)
    expect(await administer(bed, 'AdminRevokeUserSession', jo)).toEqual(OFF)
  })
})

describe('what is set', () => {
  test('for a pool: the defaults, then what it was told', async () => {
    const bed = await openCognito()
    const get = () => administer(bed, 'GetUserPoolSessionConfiguration')
    const UserPoolId = bed.pool.id
    const TokenSession = { MaxPerUser: 20 }
    expect(await get()).toEqual({ UserPoolId, UserSessionTracking: 'DISABLED', TokenSession })
    const set = {
      UserPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 100 },
    }
    expect(await track(bed, 100)).toEqual(set)
    expect(await get()).toEqual(set)
    for (const most of [0, 101])
      expect(await track(bed, most)).toMatchObject({ __type: 'InvalidParameterException' })
    const incomplete = { UserSessionTracking: 'DISABLED' }
    expect(await administer(bed, 'SetUserPoolSessionConfiguration', incomplete)).toMatchObject({
      message:
        "1 validation error detected: Value null at 'tokenSession' failed to satisfy constraint: Member must not be null",
    })
    expect(await get()).toEqual(set)
  })

  test('for a client, where the pool tracks sessions', async () => {
    const { bed } = await openTracked()
    const ids = { UserPoolId: bed.pool.id, ClientId: bed.client.id }
    const get = () => administer(bed, 'GetUserPoolClientSessionConfiguration', ids)
    const set = (MaxValidityMinutes: number) =>
      administer(bed, 'SetUserPoolClientSessionConfiguration', {
        ...ids,
        SSOSession: { MaxValidityMinutes },
      })
    expect(await get()).toEqual({ ...ids, SSOSession: { MaxValidityMinutes: 60 } })
    const month = { ...ids, SSOSession: { MaxValidityMinutes: 43_200 } }
    expect(await set(43_200)).toEqual(month)
    expect(await set(129_601)).toMatchObject({ __type: 'InvalidParameterException' })
    await track(bed, 20, 'DISABLED')
    expect(await set(0)).toEqual(OFF)
    expect(await get()).toEqual(month)
    const unknown = { ...ids, ClientId: 'none' }
    expect(await administer(bed, 'GetUserPoolClientSessionConfiguration', unknown)).toMatchObject({
      __type: 'ResourceNotFoundException',
    })
  })

  test('not in the LITE tier, nor can a pool go there with it', async () => {
    const { bed } = await openTracked()
    const lite = { UserPoolTier: 'LITE' }
    expect(await administer(bed, 'UpdateUserPool', lite)).toEqual(NEEDS_ESSENTIALS)
    await track(bed, 20, 'DISABLED')
    expect(await administer(bed, 'UpdateUserPool', lite)).toEqual({})
    expect(await track(bed)).toEqual(NEEDS_ESSENTIALS)
  })
})
