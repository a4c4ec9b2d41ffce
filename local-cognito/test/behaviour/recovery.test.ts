import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  HOUR,
  openTestPool,
  type TestPool,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const NEW = 'Brand-New-Word-7'
const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
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
const NO_CONTACT = {
  type: 'InvalidParameterException',
  message:
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
}

const forgot = (Username = 'jo') => ({ Username })
const confirm = (ConfirmationCode: string, Password = NEW, Username = 'jo') => ({
  Username,
  ConfirmationCode,
  Password,
})
const codeOf = (testPool: TestPool) => testPool.codeFor('jo@example.com')
const wrong = (testPool: TestPool) => (codeOf(testPool) === '111111' ? '222222' : '111111')

describe('password recovery', () => {
  test('a code sets a new password, once; the old one fails and its tokens stay valid', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    expect(await testPool.call('ForgotPassword', forgot())).toEqual({
      CodeDeliveryDetails: {
        Destination: 'j***@e***',
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      },
    })
    expect(await testPool.call('ConfirmForgotPassword', confirm(codeOf(testPool)))).toEqual({})
    expect(await testPool.refused('ConfirmForgotPassword', confirm(codeOf(testPool)))).toEqual(
      EXPIRED,
    )
    tokensOf(await testPool.signInBySrp('jo', NEW))
    expect(
      await testPool.refused('RespondToAuthChallenge', await testPool.srpResponse('jo')),
    ).toEqual(INCORRECT)
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({ Username: 'jo' })
  })

  test('completes a reset by an administrator', async () => {
    const testPool = await openTestPool()
    testPool.jo.status = 'RESET_REQUIRED'
    await testPool.call('ForgotPassword', forgot())
    await testPool.call('ConfirmForgotPassword', confirm(codeOf(testPool)))
    expect(testPool.jo.status).toBe('CONFIRMED')
  })

  test('refuses a wrong code, a weak password, a code after an hour; only time invalidates it', async () => {
    const testPool = await openTestPool()
    expect(await testPool.refused('ConfirmForgotPassword', confirm('123456'))).toEqual(EXPIRED)
    await testPool.call('ForgotPassword', forgot())
    expect(await testPool.refused('ConfirmForgotPassword', confirm(wrong(testPool)))).toEqual(
      MISMATCH,
    )
    expect(
      await testPool.refused('ConfirmForgotPassword', confirm(codeOf(testPool), 'short')),
    ).toEqual({
      type: 'InvalidPasswordException',
      message: 'Password did not conform with policy: Password not long enough',
    })
    vi.advanceTimersByTime(HOUR)
    expect(await testPool.refused('ConfirmForgotPassword', confirm(codeOf(testPool)))).toEqual(
      EXPIRED,
    )
  })

  test('allows five codes an hour, and twenty attempts in all', async () => {
    const testPool = await openTestPool()
    for (let attempt = 0; attempt < 5; attempt++) await testPool.call('ForgotPassword', forgot())
    expect(await testPool.refused('ForgotPassword', forgot())).toEqual(LIMIT)
    for (let attempt = 0; attempt < 15; attempt++)
      expect(await testPool.refused('ConfirmForgotPassword', confirm(wrong(testPool)))).toEqual(
        MISMATCH,
      )
    expect(await testPool.refused('ConfirmForgotPassword', confirm(codeOf(testPool)))).toEqual(
      LIMIT,
    )
    vi.advanceTimersByTime(HOUR)
    await testPool.call('ForgotPassword', forgot())
    expect(await testPool.call('ConfirmForgotPassword', confirm(codeOf(testPool)))).toEqual({})
  })

  test('an unknown user, revealed or concealed', async () => {
    const testPool = await openTestPool()
    expect(await testPool.refused('ForgotPassword', forgot('no-user'))).toEqual(UNKNOWN)
    const guess = confirm('123456', NEW, 'no-user')
    expect(await testPool.refused('ConfirmForgotPassword', guess)).toEqual(UNKNOWN)
    const { id: ClientId } = testPool.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    expect(await testPool.call('ForgotPassword', { ClientId, ...forgot('no-user') })).toMatchObject(
      {
        CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', AttributeName: 'email' },
      },
    )
    expect(await testPool.refused('ConfirmForgotPassword', { ClientId, ...guess })).toEqual(
      MISMATCH,
    )
    expect(testPool.store.messages).toEqual([])
  })

  const states: [string, (testPool: TestPool) => void, object][] = [
    ['no verified contact', ({ jo }) => (jo.attributes = { email: 'jo@example.com' }), NO_CONTACT],
    ['no confirmed user', ({ jo }) => (jo.status = 'UNCONFIRMED'), NO_CONTACT],
    [
      'a disabled user',
      ({ jo }) => (jo.enabled = false),
      { type: 'NotAuthorizedException', message: 'User is disabled.' },
    ],
    [
      'a temporary password',
      ({ jo }) => (jo.status = 'FORCE_CHANGE_PASSWORD'),
      {
        type: 'NotAuthorizedException',
        message: 'User password cannot be reset in the current state.',
      },
    ],
    [
      'recovery by administrators only',
      ({ pool }) =>
        (pool.settings.AccountRecoverySetting = {
          RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }],
        }),
      { type: 'NotAuthorizedException', message: 'Contact administrator to reset password.' },
    ],
  ]
  test.each(states)('refuses %s', async (_, arrange, apiError) => {
    const testPool = await openTestPool()
    arrange(testPool)
    expect(await testPool.refused('ForgotPassword', forgot())).toEqual(apiError)
  })

  test('sends the code to the contact that the pool prefers', async () => {
    const testPool = await openTestPool({
      pool: {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Name: 'verified_email', Priority: 2 },
            { Name: 'verified_phone_number', Priority: 1 },
          ],
        },
      },
    })
    Object.assign(testPool.jo.attributes, {
      phone_number: '+15555550123',
      phone_number_verified: 'true',
    })
    expect(await testPool.call('ForgotPassword', forgot())).toMatchObject({
      CodeDeliveryDetails: { Destination: '+*******0123', DeliveryMedium: 'SMS' },
    })
  })
})
