import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  HOUR,
  openTestPool,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  toAttributes,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const LIMIT = {
  type: 'LimitExceededException',
  message: 'Attempt limit exceeded, please try after some time.',
}
const MISMATCH = {
  type: 'CodeMismatchException',
  message: 'Invalid verification code provided, please try again.',
}
const EXPIRED = {
  type: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
}
const UNKNOWN = {
  type: 'UserNotFoundException',
  message: 'Username/client id combination not found.',
}

const kim = (given: object = {}) => ({
  Username: 'kim',
  Password: PASSWORD,
  UserAttributes: toAttributes({ email: 'kim@example.com' }),
  ...given,
})
const verifying: TestPoolOptions = { pool: { AutoVerifiedAttributes: ['email'] } }

describe('ConfirmSignUp', () => {
  const confirm = (ConfirmationCode: string, given: object = {}) => ({
    Username: 'kim',
    ConfirmationCode,
    ...given,
  })
  const signedUp = async (settings: TestPoolOptions = verifying) => {
    const testPool = await openTestPool(settings)
    await testPool.call('SignUp', kim())
    return testPool
  }
  const codeOf = (testPool: TestPool) => testPool.codeFor('kim@example.com')
  const wrong = (testPool: TestPool) => (codeOf(testPool) === '111111' ? '222222' : '111111')

  test('a right code confirms and verifies; then sign-in works', async () => {
    const testPool = await signedUp()
    expect(await testPool.call('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual({})
    expect(testPool.user('kim')).toMatchObject({
      status: 'CONFIRMED',
      attributes: { email_verified: 'true' },
    })
    tokensOf(await testPool.signInBySrp('kim'))
    expect(await testPool.refused('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual({
      type: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    })
  })

  test('refuses a wrong code, one after a day, one after a newer code', async () => {
    const testPool = await signedUp()
    const first = codeOf(testPool)
    expect(await testPool.refused('ConfirmSignUp', confirm(wrong(testPool)))).toEqual(MISMATCH)
    vi.advanceTimersByTime(24 * HOUR)
    expect(await testPool.refused('ConfirmSignUp', confirm(first))).toEqual(EXPIRED)
    // Two random codes may be equal.
    do await testPool.call('ResendConfirmationCode', { Username: 'kim' })
    while (codeOf(testPool) === first)
    expect(await testPool.refused('ConfirmSignUp', confirm(first))).toEqual(MISMATCH)
    expect(await testPool.call('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual({})
  })

  test('allows fifteen attempts an hour', async () => {
    const testPool = await signedUp()
    for (let attempt = 0; attempt < 15; attempt++)
      expect(await testPool.refused('ConfirmSignUp', confirm(wrong(testPool)))).toEqual(MISMATCH)
    expect(await testPool.refused('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual(LIMIT)
    vi.advanceTimersByTime(HOUR)
    expect(await testPool.call('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual({})
  })

  test('an unknown user, revealed or concealed', async () => {
    const testPool = await signedUp()
    const unknownUser = confirm('123456', { Username: 'no-user' })
    expect(await testPool.refused('ConfirmSignUp', unknownUser)).toEqual(UNKNOWN)
    const { id: ClientId } = testPool.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    expect(await testPool.refused('ConfirmSignUp', { ClientId, ...unknownUser })).toEqual(MISMATCH)
  })

  test('an alias of another user, unless by force', async () => {
    const testPool = await signedUp({
      pool: { AutoVerifiedAttributes: ['email'], AliasAttributes: ['email'] },
    })
    testPool.jo.attributes = { email: 'kim@example.com', email_verified: 'true' }
    expect(await testPool.refused('ConfirmSignUp', confirm(codeOf(testPool)))).toEqual({
      type: 'AliasExistsException',
      message: 'An account with the email already exists.',
    })
    await testPool.call('ConfirmSignUp', confirm(codeOf(testPool), { ForceAliasCreation: true }))
    expect(testPool.jo.attributes['email_verified']).toBe('false')
    expect(testPool.user('kim@example.com')?.username).toBe('kim')
  })
})

describe('ResendConfirmationCode', () => {
  const again = { Username: 'kim' }

  test('allows five an hour, and none for a confirmed user', async () => {
    const testPool = await openTestPool(verifying)
    await testPool.call('SignUp', kim())
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await testPool.call('ResendConfirmationCode', again)).toMatchObject({
        CodeDeliveryDetails: { Destination: 'k***@e***' },
      })
    expect(await testPool.refused('ResendConfirmationCode', again)).toEqual(LIMIT)
    expect(await testPool.refused('ResendConfirmationCode', { Username: 'jo' })).toEqual(
      invalid('User is already confirmed.'),
    )
  })

  test('sends nothing in a pool without auto-verified attributes', async () => {
    const testPool = await openTestPool()
    await testPool.call('SignUp', kim())
    expect(await testPool.refused('ResendConfirmationCode', again)).toEqual({
      type: 'NotAuthorizedException',
      message: 'Cannot resend codes. Auto verification not turned on.',
    })
  })

  test('an unknown user, revealed or concealed; concealed ones have the same limit', async () => {
    const testPool = await openTestPool(verifying)
    const unknownUser = { Username: 'no-user@example.com' }
    expect(await testPool.refused('ResendConfirmationCode', unknownUser)).toEqual(UNKNOWN)
    const { id: ClientId } = testPool.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await testPool.call('ResendConfirmationCode', { ClientId, ...unknownUser })).toEqual({
        CodeDeliveryDetails: {
          Destination: 'n***@e***',
          DeliveryMedium: 'EMAIL',
          AttributeName: 'email',
        },
      })
    expect(await testPool.refused('ResendConfirmationCode', { ClientId, ...unknownUser })).toEqual(
      LIMIT,
    )
    expect(testPool.store.messages).toEqual([])
  })
})
