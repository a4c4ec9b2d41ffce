import { describe, expect, test } from 'vitest'
import {
  openTestPool,
  PASSWORD,
  type TestPoolOptions,
  toAttributes,
} from '#local-cognito/test/support/testPool.ts'

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const weak = (rule: string) => ({
  type: 'InvalidPasswordException',
  message: `Password did not conform with policy: ${rule}`,
})
const kim = (given: object = {}) => ({
  Username: 'kim',
  Password: PASSWORD,
  UserAttributes: toAttributes({ email: 'kim@example.com' }),
  ...given,
})
const withAttributes = (attributes: Record<string, string>) =>
  kim({ UserAttributes: toAttributes(attributes) })

const verifying: TestPoolOptions = { pool: { AutoVerifiedAttributes: ['email'] } }

describe('SignUp', () => {
  test('sends a code to a masked address; the user is unconfirmed', async () => {
    const testPool = await openTestPool(verifying)
    const answer = await testPool.call('SignUp', kim())
    expect(answer).toEqual({
      UserConfirmed: false,
      UserSub: testPool.user('kim')?.sub,
      CodeDeliveryDetails: {
        Destination: 'k***@e***',
        DeliveryMedium: 'EMAIL',
        AttributeName: 'email',
      },
    })
    expect(testPool.store.messages).toMatchObject([
      { to: 'kim@example.com', medium: 'EMAIL', kind: 'signUp', username: 'kim' },
    ])
    expect(testPool.codeFor('kim@example.com')).toMatch(/^\d{6}$/)
    expect(testPool.user('kim')).toMatchObject({
      status: 'UNCONFIRMED',
      attributes: { email: 'kim@example.com', email_verified: 'false' },
    })
  })

  test('prefers the phone', async () => {
    const testPool = await openTestPool({
      pool: { AutoVerifiedAttributes: ['email', 'phone_number'] },
    })
    const attributes = { email: 'kim@example.com', phone_number: '+15555550123' }
    const { CodeDeliveryDetails } = await testPool.call('SignUp', withAttributes(attributes))
    expect(CodeDeliveryDetails).toEqual({
      Destination: '+*******0123',
      DeliveryMedium: 'SMS',
      AttributeName: 'phone_number',
    })
  })

  test('reports no delivery where there is none', async () => {
    const testPool = await openTestPool(verifying)
    expect(await testPool.call('SignUp', withAttributes({}))).not.toHaveProperty(
      'CodeDeliveryDetails',
    )
  })

  test('stores no password in plain text anywhere', async () => {
    const testPool = await openTestPool(verifying)
    await testPool.call('SignUp', kim({ Password: 'A-very-9-special-one' }))
    expect(JSON.stringify(testPool.store)).not.toContain('A-very-9-special-one')
  })

  test('where the email address is the sign-in name, the username is the sub', async () => {
    const testPool = await openTestPool({
      pool: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
    })
    const { UserSub } = await testPool.call('SignUp', {
      Username: 'Kim@Example.com',
      Password: PASSWORD,
    })
    expect(testPool.user('KIM@example.com')).toMatchObject({
      username: UserSub,
      sub: UserSub,
      attributes: { email: 'kim@example.com', email_verified: 'false' },
    })
    expect(
      await testPool.refused('SignUp', { Username: 'kim@EXAMPLE.com', Password: PASSWORD }),
    ).toEqual({
      type: 'UsernameExistsException',
      message: 'An account with the given email already exists.',
    })
  })

  const plain: [object, object][] = [
    [kim({ Username: 'jo' }), { type: 'UsernameExistsException', message: 'User already exists' }],
    [kim({ Password: 'Aa1-' }), weak('Password not long enough')],
    [kim({ Password: 'UPPER-CASE-1' }), weak('Password must have lowercase characters')],
    [kim({ Password: 'lower-case-1' }), weak('Password must have uppercase characters')],
    [kim({ Password: 'No-Digits-here' }), weak('Password must have numeric characters')],
    [kim({ Password: 'NoSymbols123' }), weak('Password must have symbol characters')],
    [kim({ Password: 'Ünïcödé-only-9' }), weak('Password must have uppercase characters')],
    [withAttributes({ email: 'kim' }), invalid('Invalid email address format.')],
    [withAttributes({ phone_number: '0555' }), invalid('Invalid phone number format.')],
    [
      withAttributes({ email_verified: 'true' }),
      invalid('Cannot modify the non-mutable attribute email_verified'),
    ],
    [withAttributes({ sub: 'mine' }), invalid('Cannot modify the non-mutable attribute sub')],
    [
      withAttributes({ 'custom:x': '1' }),
      invalid(
        'Attributes did not conform to the schema: Type for attribute {custom:x} could not be determined\n',
      ),
    ],
    [
      withAttributes({ birthdate: '2000-01-011' }),
      invalid(
        'Attributes did not conform to the schema: birthdate: String must be no longer than 10 characters\n',
      ),
    ],
    [
      { Username: 'kim' },
      invalid(
        "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null",
      ),
    ],
  ]
  test.each(plain)('refuses %j', async (input, apiError) => {
    const testPool = await openTestPool()
    expect(await testPool.refused('SignUp', input)).toEqual(apiError)
    expect(testPool.store.users.size).toBe(1)
  })

  const shaped: [TestPoolOptions, object, object][] = [
    [
      { pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } } },
      kim(),
      {
        type: 'NotAuthorizedException',
        message: 'SignUp is not permitted for this user pool',
      },
    ],
    [{ pool: { UsernameAttributes: ['email'] } }, kim(), invalid('Username should be an email.')],
    [
      { pool: { UsernameAttributes: ['email', 'phone_number'] } },
      kim(),
      invalid('Username should be either an email or a phone number.'),
    ],
    [
      { pool: { AliasAttributes: ['email'] } },
      kim({ Username: 'kim@example.com' }),
      invalid('Username cannot be of email format, since user pool is configured for email alias.'),
    ],
    [
      { pool: { Schema: [{ Name: 'family_name', Required: true }] } },
      kim(),
      invalid(
        'Attributes did not conform to the schema: name.familyName: The attribute name.familyName is required',
      ),
    ],
    [
      { client: { WriteAttributes: ['email'] } },
      withAttributes({ email: 'kim@example.com', nickname: 'K' }),
      {
        type: 'NotAuthorizedException',
        message: 'A client attempted to write unauthorized attribute',
      },
    ],
  ]
  test.each(shaped)('in a pool with %j refuses %j', async (settings, input, apiError) => {
    const testPool = await openTestPool(settings)
    expect(await testPool.refused('SignUp', input)).toEqual(apiError)
  })
})
