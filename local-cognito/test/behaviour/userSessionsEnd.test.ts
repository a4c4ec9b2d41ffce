import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { enableTracking, openSessionPool } from '#local-cognito/test/support/sessionPool.ts'
import { MINUTE } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const UNKNOWN = { type: 'ResourceNotFoundException', message: 'Session does not exist.' }
const REVOKED = { type: 'NotAuthorizedException', message: 'Access Token has been revoked' }
const OFF = {
  type: 'OperationNotEnabledException',
  message: 'Session tracking is not enabled for this user pool.',
}
const unknownId = `tkn${'0'.repeat(25)}`

describe('ending a session', () => {
  test.each(['NONE', 'LINKED', undefined])(
    'revokes all its tokens, and no others: %s',
    async (linked) => {
      const { testPool, signIn, refresh, sessions, idOf } = await openSessionPool()
      const lost = await signIn()
      const { AccessToken } = await signIn()
      const SessionId = await idOf(lost.AccessToken)
      const input = { AccessToken, SessionId, RevokeAssociatedSessions: linked }
      expect(await testPool.call('RevokeUserSession', input)).toEqual({})
      expect(await testPool.refused('GetUser', { AccessToken: lost.AccessToken })).toEqual(REVOKED)
      expect(await refresh(lost.RefreshToken)).toMatchObject({ __type: 'NotAuthorizedException' })
      expect(await sessions(AccessToken)).toMatchObject([{ IsCurrentSession: true }])
      expect(await testPool.refused('RevokeUserSession', input)).toEqual(UNKNOWN)
    },
  )

  test("is refused for the current one, another user's, or an unknown one", async () => {
    const { testPool, signIn, sessions, idOf } = await openSessionPool()
    const { AccessToken } = await signIn()
    const refused = (input: object) =>
      testPool.refused('RevokeUserSession', { AccessToken, ...input })
    expect(await refused({ SessionId: await idOf(AccessToken) })).toEqual({
      type: 'InvalidParameterException',
      message: 'The current session cannot be revoked.',
    })
    await testPool.addTestUser('kim')
    const kim = await signIn({}, { name: 'kim' })
    const { AccessToken: kims } = kim
    for (const SessionId of [await idOf(kims), unknownId, 'sso', ''])
      expect(await refused({ SessionId })).toEqual(UNKNOWN)
    expect(await sessions(kims)).toHaveLength(1)
    expect((await refused({})).type).toBe('InvalidParameterException')
    const wrong = { SessionId: unknownId, RevokeAssociatedSessions: 'ALL' }
    expect((await refused(wrong)).message).toContain('enum value set: [LINKED, NONE]')
  })
})

test('is not possible while tracking is off', async () => {
  const { testPool, signIn, refresh, sessions } = await openSessionPool()
  const before = await signIn()
  const { AccessToken } = before
  await enableTracking(testPool, 20, 'DISABLED')
  expect(await testPool.refused('ListUserSessions', { AccessToken })).toEqual(OFF)
  expect(
    await testPool.refused('RevokeUserSession', { AccessToken, SessionId: unknownId }),
  ).toEqual(OFF)
  const unseen = await signIn()
  vi.advanceTimersByTime(MINUTE)
  await refresh(before.RefreshToken)
  await enableTracking(testPool)
  const [session, ...more] = await sessions(unseen.AccessToken)
  expect(session).toMatchObject({ IsCurrentSession: false })
  expect(session?.LastActiveDate).toEqual(session?.CreateDate)
  expect(more).toEqual([])
  const ended = { AccessToken: unseen.AccessToken, SessionId: session?.SessionId }
  await testPool.call('RevokeUserSession', ended)
  expect(await testPool.refused('ListUserSessions', { AccessToken })).toEqual(REVOKED)
})
