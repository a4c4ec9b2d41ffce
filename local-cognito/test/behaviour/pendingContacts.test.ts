import { describe, expect, test } from 'vitest'
import { callAsAdmin } from '#local-cognito/test/support/sessionPool.ts'
import { openSignedIn } from '#local-cognito/test/support/signedInUser.ts'
import {
  claimsOf,
  type TestPoolOptions,
  toAttributes,
} from '#local-cognito/test/support/testPool.ts'

const EXPIRED = {
  type: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
}

describe('changing an address that has to be verified first', () => {
  const careful: TestPoolOptions = {
    pool: {
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
  }

  test('keeps the old one in use until the code is given', async () => {
    const { testPool, update, attributes, verify } = await openSignedIn(careful)
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com', name: 'Jo' }))
    const old = { email: 'jo@example.com', email_verified: 'true', name: 'Jo' }
    expect(await attributes()).toMatchObject(old)
    expect(claimsOf((await testPool.tokensFor('jo@example.com')).IdToken)).toMatchObject({
      ...old,
      email_verified: true,
    })
    await testPool.call('VerifyUserAttribute', verify(testPool.codeFor('new@example.com')))
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' })
    await testPool.tokensFor('new@example.com')
    expect(testPool.user('jo@example.com')).toBeUndefined()
  })

  test('resends the code to the new one, and invalidates the code before', async () => {
    const { testPool, AccessToken, update, verify } = await openSignedIn(careful)
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const first = testPool.codeFor('new@example.com')
    await testPool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
    const second = testPool.codeFor('new@example.com')
    if (first !== second) await testPool.refused('VerifyUserAttribute', verify(first))
    await testPool.call('VerifyUserAttribute', verify(second))
    expect(await testPool.refused('VerifyUserAttribute', verify(second))).toEqual(EXPIRED)
  })

  test('giving the old one again cancels it', async () => {
    const { testPool, update, attributes, verify } = await openSignedIn(careful)
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const code = testPool.codeFor('new@example.com')
    expect(
      await testPool.call('UpdateUserAttributes', update({ email: 'jo@example.com' })),
    ).toEqual({})
    expect(await testPool.refused('VerifyUserAttribute', verify(code))).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email: 'jo@example.com', email_verified: 'true' })
  })

  test('refuses an address of another user, at once and at the code', async () => {
    const { testPool, update, verify } = await openSignedIn(careful)
    const taken = {
      type: 'AliasExistsException',
      message: 'An account with the given email already exists.',
    }
    await testPool.addTestUser('amy', { attributes: { email: 'amy@example.com' } })
    const change = update({ email: 'amy@example.com' })
    expect(await testPool.refused('UpdateUserAttributes', change)).toEqual(taken)
    await testPool.call('UpdateUserAttributes', update({ email: 'bea@example.com' }))
    const code = testPool.codeFor('bea@example.com')
    await testPool.addTestUser('bea', { attributes: { email: 'bea@example.com' } })
    expect(await testPool.refused('VerifyUserAttribute', verify(code))).toEqual(taken)
  })

  test('a later change replaces the pending one', async () => {
    const { testPool, update, attributes, verify } = await openSignedIn(careful)
    await testPool.call('UpdateUserAttributes', update({ email: 'one@example.com' }))
    const first = testPool.codeFor('one@example.com')
    await testPool.call('UpdateUserAttributes', update({ email: 'two@example.com' }))
    const second = testPool.codeFor('two@example.com')
    if (first !== second) await testPool.refused('VerifyUserAttribute', verify(first))
    await testPool.call('VerifyUserAttribute', verify(second))
    expect(await attributes()).toMatchObject({ email: 'two@example.com', email_verified: 'true' })
  })

  test('the next refresh has the new one', async () => {
    const { testPool, RefreshToken, update, verify } = await openSignedIn(careful)
    const refreshed = async () => {
      const { AuthenticationResult } = await testPool.call('GetTokensFromRefreshToken', {
        RefreshToken,
      })
      return claimsOf(AuthenticationResult?.IdToken ?? '')
    }
    await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    expect(await refreshed()).toMatchObject({ email: 'jo@example.com', email_verified: true })
    await testPool.call('VerifyUserAttribute', verify(testPool.codeFor('new@example.com')))
    expect(await refreshed()).toMatchObject({ email: 'new@example.com', email_verified: true })
  })

  test("is cancelled by deleting the old one, or by an administrator's change", async () => {
    const { testPool, AccessToken, update, attributes, verify } = await openSignedIn({
      pool: {
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
    })
    const change = async () => {
      await testPool.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
      return verify(testPool.codeFor('new@example.com'))
    }
    const first = await change()
    const UserAttributes = toAttributes({ email: 'set@example.com' })
    await callAsAdmin(testPool, 'AdminUpdateUserAttributes', { Username: 'jo', UserAttributes })
    expect(await testPool.refused('VerifyUserAttribute', first)).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email: 'set@example.com' })

    const second = await change()
    await testPool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] })
    expect(await testPool.refused('VerifyUserAttribute', second)).toEqual(EXPIRED)
    expect(await attributes()).not.toHaveProperty('email')
  })

  test('works for a phone number, whatever the pool auto-verifies', async () => {
    const settings = { AttributesRequireVerificationBeforeUpdate: ['phone_number' as const] }
    const { testPool, update, attributes, verify } = await openSignedIn({
      pool: { UserAttributeUpdateSettings: settings },
    })
    const phone_number = '+4917012345678'
    const told = await testPool.call('UpdateUserAttributes', update({ phone_number, name: 'Jo' }))
    expect(told).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******5678' },
      ],
    })
    expect(await attributes()).not.toHaveProperty('phone_number')
    expect(await attributes()).toMatchObject({ name: 'Jo' })
    await testPool.call(
      'VerifyUserAttribute',
      verify(testPool.codeFor(phone_number), 'phone_number'),
    )
    expect(await attributes()).toMatchObject({ phone_number, phone_number_verified: 'true' })
  })

  test('any other refusal leaves nothing pending and sends no code', async () => {
    const { testPool, update, verify } = await openSignedIn(careful)
    const change = update({ email: 'new@example.com', birthdate: '10 May 1990' })
    await testPool.refused('UpdateUserAttributes', change)
    expect(testPool.store.messages).toEqual([])
    expect(await testPool.refused('VerifyUserAttribute', verify('123456'))).toEqual(EXPIRED)
  })
})
