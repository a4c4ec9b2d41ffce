import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR, openCognito, tokensOf, type Bed } from '#local-cognito/test/support/testPool.ts'

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
const codeOf = (bed: Bed) => bed.codeFor('jo@example.com')
const wrong = (bed: Bed) => (codeOf(bed) === '111111' ? '222222' : '111111')

describe('a forgotten password', () => {
  test('the code allows another one, once; the old one and its tokens: refused and kept', async () => {
    const bed = await openCognito()
    const { AccessToken } = await bed.tokensFor('jo')
    expect(await bed.call('ForgotPassword', forgot())).toEqual({
      CodeDeliveryDetails: {
        Destination: 'j***@e***',
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      },
    })
    expect(await bed.call('ConfirmForgotPassword', confirm(codeOf(bed)))).toEqual({})
    expect(await bed.refused('ConfirmForgotPassword', confirm(codeOf(bed)))).toEqual(EXPIRED)
    tokensOf(await bed.signInBySrp('jo', NEW))
    expect(await bed.refused('RespondToAuthChallenge', await bed.proof('jo'))).toEqual(INCORRECT)
    expect(await bed.call('GetUser', { AccessToken })).toMatchObject({ Username: 'jo' })
  })

  test('a reset that an administrator asked for ends with it', async () => {
    const bed = await openCognito()
    bed.jo.status = 'RESET_REQUIRED'
    await bed.call('ForgotPassword', forgot())
    await bed.call('ConfirmForgotPassword', confirm(codeOf(bed)))
    expect(bed.jo.status).toBe('CONFIRMED')
  })

  test('a wrong code, a weak password, a code after an hour; only time spoils the code', async () => {
    const bed = await openCognito()
    expect(await bed.refused('ConfirmForgotPassword', confirm('123456'))).toEqual(EXPIRED)
    await bed.call('ForgotPassword', forgot())
    expect(await bed.refused('ConfirmForgotPassword', confirm(wrong(bed)))).toEqual(MISMATCH)
    expect(await bed.refused('ConfirmForgotPassword', confirm(codeOf(bed), 'short'))).toEqual({
      type: 'InvalidPasswordException',
      message: 'Password did not conform with policy: Password not long enough',
    })
    vi.advanceTimersByTime(HOUR)
    expect(await bed.refused('ConfirmForgotPassword', confirm(codeOf(bed)))).toEqual(EXPIRED)
  })

  test('five codes an hour, twenty attempts with the guesses', async () => {
    const bed = await openCognito()
    for (let attempt = 0; attempt < 5; attempt++) await bed.call('ForgotPassword', forgot())
    expect(await bed.refused('ForgotPassword', forgot())).toEqual(LIMIT)
    for (let attempt = 0; attempt < 15; attempt++)
      expect(await bed.refused('ConfirmForgotPassword', confirm(wrong(bed)))).toEqual(MISMATCH)
    expect(await bed.refused('ConfirmForgotPassword', confirm(codeOf(bed)))).toEqual(LIMIT)
    vi.advanceTimersByTime(HOUR)
    await bed.call('ForgotPassword', forgot())
    expect(await bed.call('ConfirmForgotPassword', confirm(codeOf(bed)))).toEqual({})
  })

  test('somebody unknown, told or hidden', async () => {
    const bed = await openCognito()
    expect(await bed.refused('ForgotPassword', forgot('nobody'))).toEqual(UNKNOWN)
    const guess = confirm('123456', NEW, 'nobody')
    expect(await bed.refused('ConfirmForgotPassword', guess)).toEqual(UNKNOWN)
    const { id: ClientId } = bed.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    expect(await bed.call('ForgotPassword', { ClientId, ...forgot('nobody') })).toMatchObject({
      CodeDeliveryDetails: { DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    })
    expect(await bed.refused('ConfirmForgotPassword', { ClientId, ...guess })).toEqual(MISMATCH)
    expect(bed.store.messages).toEqual([])
  })

  const states: [string, (bed: Bed) => void, object][] = [
    ['no verified contact', ({ jo }) => (jo.attributes = { email: 'jo@example.com' }), NO_CONTACT],
    ['nobody confirmed', ({ jo }) => (jo.status = 'UNCONFIRMED'), NO_CONTACT],
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
  test.each(states)('not with %s', async (_, arrange, refusal) => {
    const bed = await openCognito()
    arrange(bed)
    expect(await bed.refused('ForgotPassword', forgot())).toEqual(refusal)
  })

  test('the code goes where the pool prefers', async () => {
    const bed = await openCognito({
      pool: {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Name: 'verified_email', Priority: 2 },
            { Name: 'verified_phone_number', Priority: 1 },
          ],
        },
      },
    })
    Object.assign(bed.jo.attributes, {
      phone_number: '+15555550123',
      phone_number_verified: 'true',
    })
    expect(await bed.call('ForgotPassword', forgot())).toMatchObject({
      CodeDeliveryDetails: { Destination: '+*******0123', DeliveryMedium: 'SMS' },
    })
  })
})
