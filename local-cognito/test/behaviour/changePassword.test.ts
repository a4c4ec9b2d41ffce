import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, openTestPool, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const NEW = 'Brand-New-Word-7'
const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const LIMIT = {
  type: 'LimitExceededException',
  message: 'Attempt limit exceeded, please try after some time.',
}
const USED = {
  type: 'PasswordHistoryPolicyViolationException',
  message: 'Password has previously been used',
}

describe('ChangePassword', () => {
  const change = (AccessToken: string, PreviousPassword: string, ProposedPassword: string) => ({
    AccessToken,
    PreviousPassword,
    ProposedPassword,
  })

  test('changes the password, and revokes no token', async () => {
    const testPool = await openTestPool()
    const { AccessToken, RefreshToken } = await testPool.tokensFor('jo')
    expect(await testPool.call('ChangePassword', change(AccessToken, PASSWORD, NEW))).toEqual({})
    tokensOf(await testPool.signInBySrp('jo', NEW))
    await testPool.call('GetUser', { AccessToken })
    await testPool.call('GetTokensFromRefreshToken', { RefreshToken })
  })

  test('a wrong previous password, a weak new one, more than five attempts an hour', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    for (let attempt = 0; attempt < 4; attempt++)
      expect(await testPool.refused('ChangePassword', change(AccessToken, 'wrong', NEW))).toEqual(
        INCORRECT,
      )
    expect(
      await testPool.refused('ChangePassword', change(AccessToken, PASSWORD, 'short')),
    ).toEqual({
      type: 'InvalidPasswordException',
      message: 'Password did not conform with policy: Password not long enough',
    })
    expect(await testPool.refused('ChangePassword', change(AccessToken, PASSWORD, NEW))).toEqual(
      LIMIT,
    )
  })

  test('only a user without a password may leave the previous one out', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    const input = { AccessToken, ProposedPassword: NEW }
    expect(await testPool.refused('ChangePassword', input)).toEqual(INCORRECT)
    delete testPool.jo.verifier
    expect(await testPool.call('ChangePassword', input)).toEqual({})
  })

  test("refuses the last passwords, up to the pool's history size", async () => {
    const testPool = await openTestPool({
      pool: { Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } },
    })
    const { AccessToken } = await testPool.tokensFor('jo')
    const { call, refused } = testPool
    expect(await refused('ChangePassword', change(AccessToken, PASSWORD, PASSWORD))).toEqual(USED)
    await call('ChangePassword', change(AccessToken, PASSWORD, NEW))
    expect(await refused('ChangePassword', change(AccessToken, NEW, PASSWORD))).toEqual(USED)
    await call('ChangePassword', change(AccessToken, NEW, 'Third-Word-3'))
    vi.advanceTimersByTime(HOUR - 1)
    const { AccessToken: later } = await testPool.tokensFor('jo', 'Third-Word-3')
    vi.advanceTimersByTime(1)
    await call('ChangePassword', change(later, 'Third-Word-3', PASSWORD))
  })

  // Lockout concerns "unauthenticated or IAM-authorized sign-in attempts" (developer guide). This
  // operation is neither, and has a limit of its own, as reported:
  // https://github.com/aws-amplify/aws-sdk-android/issues/627
  test('wrong passwords here cause no lockout, and a lockout does not apply here', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    for (let attempt = 0; attempt < 4; attempt++)
      await testPool.refused('ChangePassword', change(AccessToken, 'wrong', NEW))
    for (let attempt = 0; attempt < 5; attempt++)
      expect(
        await testPool.refused(
          'RespondToAuthChallenge',
          await testPool.srpResponse('jo', 'Wrong-Word-1'),
        ),
      ).toEqual(INCORRECT)
    expect(
      await testPool.refused('RespondToAuthChallenge', await testPool.srpResponse('jo')),
    ).toEqual({
      type: 'NotAuthorizedException',
      message: 'Password attempts exceeded',
    })
    expect(await testPool.call('ChangePassword', change(AccessToken, PASSWORD, NEW))).toEqual({})
  })

  test("refuses while an administrator's reset is pending", async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    testPool.jo.status = 'RESET_REQUIRED'
    expect(await testPool.refused('ChangePassword', change(AccessToken, PASSWORD, NEW))).toEqual({
      type: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    })
  })
})
