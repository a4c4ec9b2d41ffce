import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  HOUR,
  openCognito,
  PASSWORD,
  toAttributes,
  tokensOf,
  type Bed,
  type World,
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
const verifying: World = { pool: { AutoVerifiedAttributes: ['email'] } }

describe('ConfirmSignUp', () => {
  const confirm = (ConfirmationCode: string, given: object = {}) => ({
    Username: 'kim',
    ConfirmationCode,
    ...given,
  })
  const signedUp = async (world: World = verifying) => {
    const bed = await openCognito(world)
    await bed.call('SignUp', kim())
    return bed
  }
  const codeOf = (bed: Bed) => bed.codeFor('kim@example.com')
  const wrong = (bed: Bed) => (codeOf(bed) === '111111' ? '222222' : '111111')

  test('the code confirms and verifies, and then signs in', async () => {
    const bed = await signedUp()
    expect(await bed.call('ConfirmSignUp', confirm(codeOf(bed)))).toEqual({})
    expect(bed.user('kim')).toMatchObject({
      status: 'CONFIRMED',
      attributes: { email_verified: 'true' },
    })
    tokensOf(await bed.signInBySrp('kim'))
    expect(await bed.refused('ConfirmSignUp', confirm(codeOf(bed)))).toEqual({
      type: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    })
  })

  test('a wrong code, a code after a day, a code after a newer one', async () => {
    const bed = await signedUp()
    const first = codeOf(bed)
    expect(await bed.refused('ConfirmSignUp', confirm(wrong(bed)))).toEqual(MISMATCH)
    vi.advanceTimersByTime(24 * HOUR)
    expect(await bed.refused('ConfirmSignUp', confirm(first))).toEqual(EXPIRED)
    // Two codes in a million are the same.
    do await bed.call('ResendConfirmationCode', { Username: 'kim' })
    while (codeOf(bed) === first)
    expect(await bed.refused('ConfirmSignUp', confirm(first))).toEqual(MISMATCH)
    expect(await bed.call('ConfirmSignUp', confirm(codeOf(bed)))).toEqual({})
  })

  test('fifteen attempts an hour', async () => {
    const bed = await signedUp()
    for (let attempt = 0; attempt < 15; attempt++)
      expect(await bed.refused('ConfirmSignUp', confirm(wrong(bed)))).toEqual(MISMATCH)
    expect(await bed.refused('ConfirmSignUp', confirm(codeOf(bed)))).toEqual(LIMIT)
    vi.advanceTimersByTime(HOUR)
    expect(await bed.call('ConfirmSignUp', confirm(codeOf(bed)))).toEqual({})
  })

  test('somebody unknown, told or hidden', async () => {
    const bed = await signedUp()
    const nobody = confirm('123456', { Username: 'nobody' })
    expect(await bed.refused('ConfirmSignUp', nobody)).toEqual(UNKNOWN)
    const { id: ClientId } = bed.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    expect(await bed.refused('ConfirmSignUp', { ClientId, ...nobody })).toEqual(MISMATCH)
  })

  test('an alias that is taken, unless by force', async () => {
    const bed = await signedUp({
      pool: { AutoVerifiedAttributes: ['email'], AliasAttributes: ['email'] },
    })
    bed.jo.attributes = { email: 'kim@example.com', email_verified: 'true' }
    expect(await bed.refused('ConfirmSignUp', confirm(codeOf(bed)))).toEqual({
      type: 'AliasExistsException',
      message: 'An account with the email already exists.',
    })
    await bed.call('ConfirmSignUp', confirm(codeOf(bed), { ForceAliasCreation: true }))
    expect(bed.jo.attributes['email_verified']).toBe('false')
    expect(bed.user('kim@example.com')?.username).toBe('kim')
  })
})

describe('ResendConfirmationCode', () => {
  const again = { Username: 'kim' }

  test('five an hour, and none to somebody confirmed', async () => {
    const bed = await openCognito(verifying)
    await bed.call('SignUp', kim())
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await bed.call('ResendConfirmationCode', again)).toMatchObject({
        CodeDeliveryDetails: { Destination: 'k***@e***' },
      })
    expect(await bed.refused('ResendConfirmationCode', again)).toEqual(LIMIT)
    expect(await bed.refused('ResendConfirmationCode', { Username: 'jo' })).toEqual(
      invalid('User is already confirmed.'),
    )
  })

  test('a pool that verifies nothing', async () => {
    const bed = await openCognito()
    await bed.call('SignUp', kim())
    expect(await bed.refused('ResendConfirmationCode', again)).toEqual({
      type: 'NotAuthorizedException',
      message: 'Cannot resend codes. Auto verification not turned on.',
    })
  })

  test('somebody unknown, told or hidden; hidden ones run out of attempts too', async () => {
    const bed = await openCognito(verifying)
    const nobody = { Username: 'nobody@example.com' }
    expect(await bed.refused('ResendConfirmationCode', nobody)).toEqual(UNKNOWN)
    const { id: ClientId } = bed.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await bed.call('ResendConfirmationCode', { ClientId, ...nobody })).toEqual({
        CodeDeliveryDetails: {
          Destination: 'n***@e***',
          DeliveryMedium: 'EMAIL',
          AttributeName: 'email',
        },
      })
    expect(await bed.refused('ResendConfirmationCode', { ClientId, ...nobody })).toEqual(LIMIT)
    expect(bed.store.messages).toEqual([])
  })
})
