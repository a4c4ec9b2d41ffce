import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { callAsAdmin } from '#local-cognito/test/support/sessionPool.ts'
import { openSignedIn } from '#local-cognito/test/support/signedInUser.ts'
import { HOUR, toAttributes } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const EXPIRED = {
  type: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
}
const LIMIT = {
  type: 'LimitExceededException',
  message: 'Attempt limit exceeded, please try after some time.',
}

describe('a new address', () => {
  test('applies at once, unverified, and is verified by its own code', async () => {
    const { testPool, update, attributes, verify } = await openSignedIn({
      pool: { AutoVerifiedAttributes: ['email'] },
    })
    expect(
      await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' })),
    ).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'false' })
    await testPool.call('VerifyUserAttribute', verify(testPool.codeFor('new@example.com')))
    expect(await attributes()).toMatchObject({ email_verified: 'true' })
  })

  test('gets a code only on request where the pool does not auto-verify', async () => {
    const { testPool, AccessToken, update, verify, attributes } = await openSignedIn()
    const change = update({ phone_number: '+4917012345678' })
    expect(await testPool.call('UpdateUserAttributes', change)).toEqual({})
    const AttributeName = 'phone_number'
    const asked = await testPool.call('GetUserAttributeVerificationCode', {
      AccessToken,
      AttributeName,
    })
    expect(asked).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS', AttributeName } })
    await testPool.call(
      'VerifyUserAttribute',
      verify(testPool.codeFor('+4917012345678'), AttributeName),
    )
    expect(await attributes()).toMatchObject({ phone_number_verified: 'true' })
  })

  test('is not verified by a code for the previous address', async () => {
    const { testPool, update, verify } = await openSignedIn({
      pool: { AutoVerifiedAttributes: ['email'] },
    })
    await testPool.call('UpdateUserAttributes', update({ email: 'one@example.com' }))
    const code = testPool.codeFor('one@example.com')
    await testPool.call('UpdateUserAttributes', update({ email: 'two@example.com' }))
    const { type } = await testPool.refused('VerifyUserAttribute', verify(code))
    expect(type).toMatch(/CodeMismatch|ExpiredCode/)
  })

  test('set by an administrator is not verified by a code for the previous address', async () => {
    const { testPool, AccessToken, verify, attributes } = await openSignedIn()
    await testPool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
    const code = testPool.codeFor('jo@example.com')
    const UserAttributes = toAttributes({ email: 'new@example.com' })
    await callAsAdmin(testPool, 'AdminUpdateUserAttributes', { Username: 'jo', UserAttributes })
    expect(await testPool.refused('VerifyUserAttribute', verify(code))).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'false' })
  })

  test('is not verified by a password reset code for the previous address', async () => {
    const { testPool, update, attributes } = await openSignedIn()
    await testPool.call('ForgotPassword', { Username: 'jo' })
    const ConfirmationCode = testPool.codeFor('jo@example.com')
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const reset = { Username: 'jo', ConfirmationCode, Password: 'Brand-New-Word-7' }
    expect(await testPool.refused('ConfirmForgotPassword', reset)).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email_verified: 'false' })
  })
})

describe('a verification code', () => {
  test('allows fifteen attempts an hour, and is valid for a day', async () => {
    const { testPool, AccessToken, verify } = await openSignedIn()
    const ask = { AccessToken, AttributeName: 'email' }
    await testPool.call('GetUserAttributeVerificationCode', ask)
    const code = testPool.codeFor('jo@example.com')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 15; tries += 1) {
      expect(await testPool.refused('VerifyUserAttribute', verify(wrong))).toEqual({
        type: 'CodeMismatchException',
        message: 'Invalid verification code provided, please try again.',
      })
    }
    expect(await testPool.refused('VerifyUserAttribute', verify(code))).toEqual(LIMIT)
  })

  test('is sent five times an hour', async () => {
    const { testPool, AccessToken } = await openSignedIn()
    const ask = { AccessToken, AttributeName: 'email' }
    for (let sent = 0; sent < 5; sent += 1)
      await testPool.call('GetUserAttributeVerificationCode', ask)
    expect(await testPool.refused('GetUserAttributeVerificationCode', ask)).toEqual(LIMIT)
  })

  test('expires after a day', async () => {
    const { testPool, update } = await openSignedIn({ pool: { AutoVerifiedAttributes: ['email'] } })
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const code = testPool.codeFor('new@example.com')
    vi.setSystemTime(Date.now() + 24 * HOUR)
    const { AccessToken } = await testPool.tokensFor('jo')
    const late = { AccessToken, AttributeName: 'email', Code: code }
    expect(await testPool.refused('VerifyUserAttribute', late)).toEqual(EXPIRED)
  })

  test('requires an address', async () => {
    const { testPool, AccessToken, verify } = await openSignedIn()
    for (const AttributeName of ['phone_number', 'name']) {
      const ask = { AccessToken, AttributeName }
      expect(await testPool.refused('GetUserAttributeVerificationCode', ask)).toMatchObject({
        type: 'InvalidParameterException',
      })
    }
    expect(await testPool.refused('VerifyUserAttribute', verify('123456', 'name'))).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})
