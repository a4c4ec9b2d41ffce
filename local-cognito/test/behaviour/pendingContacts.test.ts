import { describe, expect, test } from 'vitest'
import { claimsOf, toAttributes, type World } from '#local-cognito/test/support/testPool.ts'
import { signedIn } from '#local-cognito/test/support/signedInUser.ts'
import { administer } from '#local-cognito/test/support/sessionPool.ts'

const EXPIRED = {
  type: 'ExpiredCodeException',
  message: 'Invalid code provided, please request a code again.',
}

describe('where an address is verified before it counts', () => {
  const careful: World = {
    pool: {
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    },
  }

  test('the old one stays in use until the code is given', async () => {
    const { bed, update, attributes, verify } = await signedIn(careful)
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com', name: 'Jo' }))
    const old = { email: 'jo@example.com', email_verified: 'true', name: 'Jo' }
    expect(await attributes()).toMatchObject(old)
    expect(claimsOf((await bed.tokensFor('jo@example.com')).IdToken)).toMatchObject({
      ...old,
      email_verified: true,
    })
    await bed.call('VerifyUserAttribute', verify(bed.codeFor('new@example.com')))
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' })
    await bed.tokensFor('new@example.com')
    expect(bed.user('jo@example.com')).toBeUndefined()
  })

  test('another code goes to the new one, and the code before is worth nothing', async () => {
    const { bed, AccessToken, update, verify } = await signedIn(careful)
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const first = bed.codeFor('new@example.com')
    await bed.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
    const second = bed.codeFor('new@example.com')
    if (first !== second) await bed.refused('VerifyUserAttribute', verify(first))
    await bed.call('VerifyUserAttribute', verify(second))
    expect(await bed.refused('VerifyUserAttribute', verify(second))).toEqual(EXPIRED)
  })

  test('giving the old one again ends it', async () => {
    const { bed, update, attributes, verify } = await signedIn(careful)
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const code = bed.codeFor('new@example.com')
    expect(await bed.call('UpdateUserAttributes', update({ email: 'jo@example.com' }))).toEqual({})
    expect(await bed.refused('VerifyUserAttribute', verify(code))).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email: 'jo@example.com', email_verified: 'true' })
  })

  test('an address of somebody else is refused, then and at the code', async () => {
    const { bed, update, verify } = await signedIn(careful)
    const taken = {
      type: 'AliasExistsException',
      message: 'An account with the given email already exists.',
    }
    await bed.addPerson('amy', { attributes: { email: 'amy@example.com' } })
    const change = update({ email: 'amy@example.com' })
    expect(await bed.refused('UpdateUserAttributes', change)).toEqual(taken)
    await bed.call('UpdateUserAttributes', update({ email: 'bea@example.com' }))
    const code = bed.codeFor('bea@example.com')
    await bed.addPerson('bea', { attributes: { email: 'bea@example.com' } })
    expect(await bed.refused('VerifyUserAttribute', verify(code))).toEqual(taken)
  })

  test('yet another takes the place of the one that waits', async () => {
    const { bed, update, attributes, verify } = await signedIn(careful)
    await bed.call('UpdateUserAttributes', update({ email: 'one@example.com' }))
    const first = bed.codeFor('one@example.com')
    await bed.call('UpdateUserAttributes', update({ email: 'two@example.com' }))
    const second = bed.codeFor('two@example.com')
    if (first !== second) await bed.refused('VerifyUserAttribute', verify(first))
    await bed.call('VerifyUserAttribute', verify(second))
    expect(await attributes()).toMatchObject({ email: 'two@example.com', email_verified: 'true' })
  })

  test('the next refresh tells of the new one', async () => {
    const { bed, RefreshToken, update, verify } = await signedIn(careful)
    const refreshed = async () => {
      const { AuthenticationResult } = await bed.call('GetTokensFromRefreshToken', { RefreshToken })
      return claimsOf(AuthenticationResult?.IdToken ?? '')
    }
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    expect(await refreshed()).toMatchObject({ email: 'jo@example.com', email_verified: true })
    await bed.call('VerifyUserAttribute', verify(bed.codeFor('new@example.com')))
    expect(await refreshed()).toMatchObject({ email: 'new@example.com', email_verified: true })
  })

  test('deleting the old one, or an administrator with another, ends it', async () => {
    const { bed, AccessToken, update, attributes, verify } = await signedIn({
      pool: {
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
    })
    const change = async () => {
      await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
      return verify(bed.codeFor('new@example.com'))
    }
    const first = await change()
    const UserAttributes = toAttributes({ email: 'set@example.com' })
    await administer(bed, 'AdminUpdateUserAttributes', { Username: 'jo', UserAttributes })
    expect(await bed.refused('VerifyUserAttribute', first)).toEqual(EXPIRED)
    expect(await attributes()).toMatchObject({ email: 'set@example.com' })

    const second = await change()
    await bed.call('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['email'] })
    expect(await bed.refused('VerifyUserAttribute', second)).toEqual(EXPIRED)
    expect(await attributes()).not.toHaveProperty('email')
  })

  test('a phone number waits as well, and its code goes there, whatever the pool verifies', async () => {
    const settings = { AttributesRequireVerificationBeforeUpdate: ['phone_number' as const] }
    const { bed, update, attributes, verify } = await signedIn({
      pool: { UserAttributeUpdateSettings: settings },
    })
    const phone_number = '+4917012345678'
    const told = await bed.call('UpdateUserAttributes', update({ phone_number, name: 'Jo' }))
    expect(told).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*******5678' },
      ],
    })
    expect(await attributes()).not.toHaveProperty('phone_number')
    expect(await attributes()).toMatchObject({ name: 'Jo' })
    await bed.call('VerifyUserAttribute', verify(bed.codeFor(phone_number), 'phone_number'))
    expect(await attributes()).toMatchObject({ phone_number, phone_number_verified: 'true' })
  })

  test('whatever else is refused, no address waits and no code is sent', async () => {
    const { bed, update, verify } = await signedIn(careful)
    const change = update({ email: 'new@example.com', birthdate: '10 May 1990' })
    await bed.refused('UpdateUserAttributes', change)
    expect(bed.store.messages).toEqual([])
    expect(await bed.refused('VerifyUserAttribute', verify('123456'))).toEqual(EXPIRED)
  })
})
