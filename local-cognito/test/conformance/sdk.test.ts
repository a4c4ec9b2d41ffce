import {
  AliasExistsException,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  UnsupportedUserStateException,
  UsernameExistsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer, PASSWORD } from '#test/support/openServer.ts'

/** Expects an exception of this class with exactly this message. */
async function refuses(
  call: Promise<unknown>,
  type: abstract new (...given: never[]) => Error,
  message: string,
) {
  const apiError = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(apiError).toBeInstanceOf(type)
  expect(apiError).toHaveProperty('message', message)
}

test('an administrator invites a user, who is sent a temporary password', async () => {
  await using server = await openServer()
  const UserPoolId = await server.createPool({
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
  })
  const { User } = await server.sdk.adminCreateUser({ UserPoolId, Username: 'Joan@Example.com' })
  expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' })
  expect(User?.UserCreateDate).toBeInstanceOf(Date)
  const sub = User?.Username
  expect(User?.Attributes).toEqual([
    { Name: 'email', Value: 'joan@example.com' },
    { Name: 'sub', Value: sub },
  ])

  const [invitation] = server.cognito.store.messages
  expect(invitation).toMatchObject({ to: 'joan@example.com', kind: 'invitation', username: sub })

  const again = { UserPoolId, Username: 'joan@example.com' }
  await refuses(
    server.sdk.adminCreateUser(again),
    UsernameExistsException,
    'An account with the given email already exists.',
  )
  await server.sdk.adminCreateUser({
    ...again,
    MessageAction: 'RESEND',
    DesiredDeliveryMediums: ['EMAIL'],
  })
  expect(server.cognito.store.messages[0]?.code).not.toBe(invitation?.code)

  await refuses(
    server.sdk.adminCreateUser({ UserPoolId, Username: 'joan' }),
    InvalidParameterException,
    'Username should be an email.',
  )
})

test('refuses an invitation that the pool does not allow', async () => {
  await using server = await openServer()
  const UserPoolId = await server.createPool({ AliasAttributes: ['email'] })
  const joan = await server.createUser(UserPoolId, 'joan')
  const { sdk } = server
  const create = (given: Partial<Parameters<typeof sdk.adminCreateUser>[0]>) =>
    sdk.adminCreateUser({ UserPoolId, Username: 'mary', ...given })

  await refuses(
    create({ Username: 'joan' }),
    UsernameExistsException,
    'User account already exists',
  )
  await refuses(
    create({ Username: 'mary@example.com' }),
    InvalidParameterException,
    'Username cannot be of email format, since user pool is configured for email alias.',
  )
  await refuses(
    create({ TemporaryPassword: 'Sh0rt-' }),
    InvalidPasswordException,
    'Password did not conform with password policy: Password not long enough',
  )
  await refuses(
    create({ Username: 'joan', MessageAction: 'RESEND' }),
    UnsupportedUserStateException,
    'Resend not possible. joan status is not FORCE_CHANGE_PASSWORD',
  )
  await refuses(create({ MessageAction: 'RESEND' }), UserNotFoundException, 'User does not exist.')
  const alias = [
    { Name: 'email', Value: 'joan@example.com' },
    { Name: 'email_verified', Value: 'true' },
  ]
  await refuses(
    create({ UserAttributes: alias }),
    AliasExistsException,
    'An account with the email already exists.',
  )
  await create({ UserAttributes: alias, ForceAliasCreation: true, MessageAction: 'SUPPRESS' })
  const { UserAttributes } = await sdk.adminGetUser(joan)
  expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' })
  expect((await sdk.adminGetUser({ UserPoolId, Username: 'joan@example.com' })).Username).toBe(
    'mary',
  )
})

test('an administrator sets, resets and confirms', async () => {
  await using server = await openServer()
  const { sdk, statusOf } = server
  const UserPoolId = await server.createPool()
  const joan = await server.createUser(UserPoolId, 'joan')
  expect(await statusOf(joan)).toBe('CONFIRMED')

  await refuses(
    sdk.adminSetUserPassword({ ...joan, Password: 'lowercase-1' }),
    InvalidPasswordException,
    'Password does not conform to policy: Password must have uppercase characters',
  )
  await sdk.adminResetUserPassword(joan)
  expect(await statusOf(joan)).toBe('RESET_REQUIRED')
  expect(server.cognito.store.messages[0]).toMatchObject({
    to: 'joan@example.com',
    kind: 'forgotPassword',
  })
  await sdk.adminSetUserPassword({ ...joan, Password: PASSWORD })
  expect(await statusOf(joan)).toBe('FORCE_CHANGE_PASSWORD')
  await refuses(
    sdk.adminResetUserPassword(joan),
    NotAuthorizedException,
    'User password cannot be reset in the current state.',
  )

  const ClientId = await server.createClient(UserPoolId)
  await sdk.signUp({ ClientId, Username: 'mary', Password: PASSWORD })
  const mary = { UserPoolId, Username: 'mary' }
  expect(await statusOf(mary)).toBe('UNCONFIRMED')
  await sdk.adminConfirmSignUp(mary)
  await refuses(
    sdk.adminConfirmSignUp(mary),
    NotAuthorizedException,
    'User cannot be confirmed. Current status is CONFIRMED',
  )
  await refuses(
    sdk.adminResetUserPassword(mary),
    InvalidParameterException,
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
})

test('disabling, signing out and deleting a user revokes every token', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const joan = await server.createUser(UserPoolId, 'joan')
  const ClientId = await server.createClient(UserPoolId, {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  })
  const signIn = async () => {
    const { AuthenticationResult } = await sdk.initiateAuth({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'joan', PASSWORD },
    })
    return { AccessToken: AuthenticationResult?.AccessToken }
  }

  const first = await signIn()
  expect((await sdk.getUser(first)).Username).toBe('joan')
  await sdk.adminUserGlobalSignOut(joan)
  await refuses(sdk.getUser(first), NotAuthorizedException, 'Access Token has been revoked')

  const second = await signIn()
  await sdk.adminDisableUser(joan)
  await refuses(sdk.getUser(second), NotAuthorizedException, 'User is disabled.')
  await refuses(signIn(), NotAuthorizedException, 'User is disabled.')
  await refuses(sdk.adminResetUserPassword(joan), NotAuthorizedException, 'User is disabled.')
  expect((await sdk.adminGetUser(joan)).Enabled).toBe(false)
  await sdk.adminEnableUser(joan)
  await refuses(sdk.getUser(second), NotAuthorizedException, 'Access Token has been revoked')

  const third = await signIn()
  await sdk.adminDeleteUser(joan)
  await refuses(sdk.getUser(third), UserNotFoundException, 'User does not exist.')
  await refuses(sdk.adminGetUser(joan), UserNotFoundException, 'User does not exist.')
})

test('an administrator changes attributes', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool({
    UsernameAttributes: ['email'],
    Schema: [{ Name: 'given_name', Required: true }],
  })
  const create = (Username: string) =>
    sdk.adminCreateUser({ UserPoolId, Username, MessageAction: 'SUPPRESS' })
  await create('joan@example.com')
  await create('mary@example.com')
  const change = (Name: string, Value: string) =>
    sdk.adminUpdateUserAttributes({
      UserPoolId,
      Username: 'joan@example.com',
      UserAttributes: [{ Name, Value }],
    })
  const attributes = async (Username: string) => {
    const { UserAttributes = [] } = await sdk.adminGetUser({ UserPoolId, Username })
    return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
  }

  await change('given_name', 'Joan')
  await change('email_verified', 'true')
  expect(await attributes('joan@example.com')).toMatchObject({
    given_name: 'Joan',
    email_verified: 'true',
  })
  await refuses(
    change('email', 'mary@example.com'),
    AliasExistsException,
    'User account already exists for the alias.',
  )
  await refuses(
    change('sub', '1'),
    InvalidParameterException,
    'Cannot modify the non-mutable attribute sub',
  )
  await refuses(
    change('custom:none', '1'),
    InvalidParameterException,
    'Invalid user attributes: user.custom:none: Attribute does not exist in the schema.\n',
  )
  await change('email', 'joan.c@example.com')
  expect(await attributes('joan.c@example.com')).toMatchObject({ email_verified: 'false' })
})
