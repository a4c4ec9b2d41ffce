import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { claimsOf, HOUR, openCognito, toAttributes, type World } from '#local-cognito/testBed.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const custom = { AttributeDataType: 'String' as const }

async function signedIn(world: World = {}) {
  const bed = await openCognito(world)
  const name = world.pool?.UsernameAttributes ? 'jo@example.com' : 'jo'
  const { AccessToken, RefreshToken } = await bed.tokensFor(name)
  const update = (attributes: Record<string, string>) => ({
    AccessToken,
    UserAttributes: toAttributes(attributes),
  })
  const attributes = async () => {
    const { UserAttributes = [] } = await bed.call('GetUser', { AccessToken })
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
  }
  const verify = (Code: string, AttributeName = 'email') => ({ AccessToken, AttributeName, Code })
  return { bed, AccessToken, RefreshToken, update, attributes, verify }
}

describe('UpdateUserAttributes', () => {
  test('changes, deletes what is given empty, and shows in the next tokens', async () => {
    const { bed, RefreshToken, update, attributes } = await signedIn()
    expect(await bed.call('UpdateUserAttributes', update({ name: 'Jo', locale: 'de' }))).toEqual({})
    await bed.call('UpdateUserAttributes', update({ locale: '' }))
    expect(await attributes()).toMatchObject({ name: 'Jo' })
    expect(await attributes()).not.toHaveProperty('locale')
    const { AuthenticationResult } = await bed.call('GetTokensFromRefreshToken', { RefreshToken })
    expect(claimsOf(AuthenticationResult?.IdToken ?? '')).toMatchObject({ name: 'Jo' })
  })

  test.each([
    [{ sub: 'x' }, invalid('Cannot modify the non-mutable attribute sub')],
    [{ email_verified: 'true' }, invalid('Cannot modify the non-mutable attribute email_verified')],
    [
      { 'custom:unknown': 'x' },
      invalid('user.custom:unknown: Attribute does not exist in the schema.\n'),
    ],
    [{ 'custom:tenant': 'x' }, invalid('user.custom:tenant: Attribute cannot be updated.\n')],
    [
      { birthdate: '10 May 1990' },
      invalid('user.birthdate: String must be no longer than 10 characters\n'),
    ],
    [{ email: 'no address' }, invalid('Invalid email address format.')],
    [{ phone_number: '0171 1' }, invalid('Invalid phone number format.')],
    [
      { nickname: 'x' },
      {
        type: 'NotAuthorizedException',
        message: 'A client attempted to write unauthorized attribute',
      },
    ],
  ])('refuses %j, and the name beside it', async (wrong, refusal) => {
    const { bed, update, attributes } = await signedIn({
      pool: { Schema: [{ ...custom, Name: 'tenant', Mutable: false }] },
      client: {
        WriteAttributes: ['email', 'phone_number', 'name', 'birthdate', 'custom:tenant'],
      },
    })
    const refused = await bed.refused('UpdateUserAttributes', update({ name: 'Jo', ...wrong }))
    expect(refused).toEqual(refusal)
    expect(await attributes()).not.toHaveProperty('name')
  })

  test('wants a token', async () => {
    const { bed } = await signedIn()
    const input = { AccessToken: 'a.b.c', UserAttributes: [] }
    expect(await bed.refused('UpdateUserAttributes', input)).toMatchObject({
      type: 'NotAuthorizedException',
    })
  })
})

describe('another address', () => {
  test('is in at once, unverified, and verified by the code that went there', async () => {
    const { bed, update, attributes, verify } = await signedIn({
      pool: { AutoVerifiedAttributes: ['email'] },
    })
    expect(await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'false' })
    await bed.call('VerifyUserAttribute', verify(bed.codeFor('new@example.com')))
    expect(await attributes()).toMatchObject({ email_verified: 'true' })
  })

  test('is sent no code where the pool verifies none by itself, until one is asked for', async () => {
    const { bed, AccessToken, update, verify, attributes } = await signedIn()
    const change = update({ phone_number: '+4917012345678' })
    expect(await bed.call('UpdateUserAttributes', change)).toEqual({})
    const AttributeName = 'phone_number'
    const asked = await bed.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName })
    expect(asked).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS', AttributeName } })
    await bed.call('VerifyUserAttribute', verify(bed.codeFor('+4917012345678'), AttributeName))
    expect(await attributes()).toMatchObject({ phone_number_verified: 'true' })
  })

  test('is not verified by a code that went to the one before', async () => {
    const { bed, update, verify } = await signedIn({ pool: { AutoVerifiedAttributes: ['email'] } })
    await bed.call('UpdateUserAttributes', update({ email: 'one@example.com' }))
    const code = bed.codeFor('one@example.com')
    await bed.call('UpdateUserAttributes', update({ email: 'two@example.com' }))
    expect(await bed.refused('VerifyUserAttribute', verify(code))).toMatchObject({
      type: expect.stringMatching(/CodeMismatch|ExpiredCode/),
    })
  })
})

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
    await bed.tokensFor('jo@example.com')
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
    expect(await bed.refused('VerifyUserAttribute', verify(second))).toEqual({
      type: 'ExpiredCodeException',
      message: 'Invalid code provided, please request a code again.',
    })
  })

  test('giving the old one again ends it', async () => {
    const { bed, update, attributes, verify } = await signedIn(careful)
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const code = bed.codeFor('new@example.com')
    expect(await bed.call('UpdateUserAttributes', update({ email: 'jo@example.com' }))).toEqual({})
    expect(await bed.refused('VerifyUserAttribute', verify(code))).toMatchObject({
      type: 'ExpiredCodeException',
    })
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
})

describe('a code', () => {
  test('may be wrong fifteen times an hour, and is good for a day', async () => {
    const { bed, AccessToken, verify } = await signedIn()
    const ask = { AccessToken, AttributeName: 'email' }
    await bed.call('GetUserAttributeVerificationCode', ask)
    const code = bed.codeFor('jo@example.com')
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 15; tries += 1) {
      expect(await bed.refused('VerifyUserAttribute', verify(wrong))).toEqual({
        type: 'CodeMismatchException',
        message: 'Invalid verification code provided, please try again.',
      })
    }
    expect(await bed.refused('VerifyUserAttribute', verify(code))).toMatchObject({
      type: 'LimitExceededException',
    })
  })

  test('is sent five times an hour', async () => {
    const { bed, AccessToken } = await signedIn()
    const ask = { AccessToken, AttributeName: 'email' }
    for (let sent = 0; sent < 5; sent += 1) await bed.call('GetUserAttributeVerificationCode', ask)
    expect(await bed.refused('GetUserAttributeVerificationCode', ask)).toMatchObject({
      type: 'LimitExceededException',
    })
  })

  test('is over after a day', async () => {
    const { bed, update } = await signedIn({ pool: { AutoVerifiedAttributes: ['email'] } })
    await bed.call('UpdateUserAttributes', update({ email: 'new@example.com' }))
    const code = bed.codeFor('new@example.com')
    vi.setSystemTime(Date.now() + 24 * HOUR)
    const { AccessToken } = await bed.tokensFor('jo')
    const late = { AccessToken, AttributeName: 'email', Code: code }
    expect(await bed.refused('VerifyUserAttribute', late)).toMatchObject({
      type: 'ExpiredCodeException',
    })
  })

  test('is for an address that is there', async () => {
    const { bed, AccessToken, verify } = await signedIn()
    for (const AttributeName of ['phone_number', 'name']) {
      const ask = { AccessToken, AttributeName }
      expect(await bed.refused('GetUserAttributeVerificationCode', ask)).toMatchObject({
        type: 'InvalidParameterException',
      })
    }
    expect(await bed.refused('VerifyUserAttribute', verify('123456', 'name'))).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})

describe('DeleteUserAttributes', () => {
  const world: World = {
    pool: {
      Schema: [
        { Name: 'family_name', Required: true },
        { ...custom, Name: 'tenant', Mutable: false },
      ],
    },
  }

  test('deletes, an address with its flag, and what is not there too', async () => {
    const { bed, AccessToken, update, attributes } = await signedIn(world)
    await bed.call('UpdateUserAttributes', update({ name: 'Jo', family_name: 'Doe' }))
    const UserAttributeNames = ['name', 'email', 'locale']
    await bed.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })
    expect(Object.keys(await attributes()).toSorted()).toEqual(['family_name', 'sub'])
  })

  test.each([
    [
      'family_name',
      invalid(
        'Invalid user attributes: name.familyName: The attribute name.familyName is required',
      ),
    ],
    [
      'custom:tenant',
      invalid(
        'Invalid user attributes: Custom.User.tenant: This attribute does not satisfy the mutability validation defined in the schema.',
      ),
    ],
    [
      'custom:unknown',
      invalid(
        'Invalid user attributes: Type for attribute {custom:unknown} could not be determined',
      ),
    ],
    ['email_verified', invalid('Cannot modify the non-mutable attribute email_verified')],
  ])('refuses %s, and all with it', async (name, refusal) => {
    const { bed, AccessToken, attributes } = await signedIn(world)
    const UserAttributeNames = ['email', name]
    const refused = await bed.refused('DeleteUserAttributes', { AccessToken, UserAttributeNames })
    expect(refused).toEqual(refusal)
    expect(await attributes()).toHaveProperty('email')
  })
})
