import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSignedIn } from '#local-cognito/test/support/signedInUser.ts'
import { claimsOf, type TestPoolOptions } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const custom = { AttributeDataType: 'String' as const }

describe('UpdateUserAttributes', () => {
  test('changes, deletes where the value is empty, and shows in the next tokens', async () => {
    const { testPool, RefreshToken, update, attributes } = await openSignedIn()
    expect(
      await testPool.call('UpdateUserAttributes', update({ name: 'Jo', locale: 'de' })),
    ).toEqual({})
    await testPool.call('UpdateUserAttributes', update({ locale: '' }))
    expect(await attributes()).toMatchObject({ name: 'Jo' })
    expect(await attributes()).not.toHaveProperty('locale')
    const { AuthenticationResult } = await testPool.call('GetTokensFromRefreshToken', {
      RefreshToken,
    })
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
  ])('refuses %j, and the valid change beside it', async (wrong, apiError) => {
    const { testPool, update, attributes } = await openSignedIn({
      pool: { Schema: [{ ...custom, Name: 'tenant', Mutable: false }] },
      client: {
        WriteAttributes: ['email', 'phone_number', 'name', 'birthdate', 'custom:tenant'],
      },
    })
    const refused = await testPool.refused('UpdateUserAttributes', update({ name: 'Jo', ...wrong }))
    expect(refused).toEqual(apiError)
    expect(await attributes()).not.toHaveProperty('name')
  })

  test('of duplicates uses and checks the last only', async () => {
    const { testPool, AccessToken, attributes } = await openSignedIn()
    const twice = ['10 May 1990', '1990-05-10']
    const UserAttributes = twice.map((Value) => ({ Name: 'birthdate', Value }))
    await testPool.call('UpdateUserAttributes', { AccessToken, UserAttributes })
    expect(await attributes()).toMatchObject({ birthdate: '1990-05-10' })
  })

  test('keeps required attributes, and the sign-in names of other users', async () => {
    const { testPool, update, attributes } = await openSignedIn({
      pool: {
        AliasAttributes: ['email', 'preferred_username'],
        Schema: [{ Name: 'family_name', Required: true }],
      },
    })
    await testPool.call('UpdateUserAttributes', update({ family_name: 'Doe' }))
    expect(
      await testPool.refused('UpdateUserAttributes', update({ family_name: '' })),
    ).toMatchObject({
      type: 'InvalidParameterException',
    })
    const theirs = { email: 'amy@example.com', email_verified: 'true', preferred_username: 'ace' }
    await testPool.addTestUser('amy', { attributes: theirs })
    for (const [name, value, message] of [
      ['preferred_username', 'ace', 'User account already exists for the alias.'],
      ['email', 'amy@example.com', 'An account with the given email already exists.'],
    ] as const) {
      const change = update({ name: 'Jo', [name]: value })
      const apiError = { type: 'AliasExistsException', message }
      expect(await testPool.refused('UpdateUserAttributes', change)).toEqual(apiError)
    }
    expect(await attributes()).toMatchObject({ family_name: 'Doe', email: 'jo@example.com' })
    expect(await attributes()).not.toHaveProperty('name')
  })

  test('requires a token', async () => {
    const { testPool } = await openSignedIn()
    const input = { AccessToken: 'a.b.c', UserAttributes: [] }
    expect(await testPool.refused('UpdateUserAttributes', input)).toMatchObject({
      type: 'NotAuthorizedException',
    })
  })
})

describe('DeleteUserAttributes', () => {
  const settings: TestPoolOptions = {
    pool: {
      Schema: [
        { Name: 'family_name', Required: true },
        { ...custom, Name: 'tenant', Mutable: false },
      ],
    },
  }

  test('deletes, an address with its flag; ignores absent attributes', async () => {
    const { testPool, AccessToken, update, attributes } = await openSignedIn(settings)
    await testPool.call('UpdateUserAttributes', update({ name: 'Jo', family_name: 'Doe' }))
    const UserAttributeNames = ['name', 'email', 'locale']
    await testPool.call('DeleteUserAttributes', { AccessToken, UserAttributeNames })
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
  ])('refuses %s, and the valid names beside it', async (name, apiError) => {
    const { testPool, AccessToken, attributes } = await openSignedIn(settings)
    const UserAttributeNames = ['email', name]
    const refused = await testPool.refused('DeleteUserAttributes', {
      AccessToken,
      UserAttributeNames,
    })
    expect(refused).toEqual(apiError)
    expect(await attributes()).toHaveProperty('email')
  })

  test('refuses attributes that the client may not write', async () => {
    const { testPool, AccessToken } = await openSignedIn({ client: { WriteAttributes: ['email'] } })
    const input = { AccessToken, UserAttributeNames: ['email', 'nickname'] }
    expect(await testPool.refused('DeleteUserAttributes', input)).toEqual({
      type: 'NotAuthorizedException',
      message: 'A client attempted to write unauthorized attribute',
    })
  })
})
