import {
  AliasExistsException,
  CodeMismatchException,
  ExpiredCodeException,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { NAME, openFullPool, otherThan, tokensIn } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// Account operations through AWS's own SDK.

const careful = {
  pool: {
    AliasAttributes: ['email' as const],
    AutoVerifiedAttributes: ['email' as const],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email' as const] },
  },
}

async function signedIn(settings: Parameters<typeof openFullPool>[0] = {}) {
  const sdkPool = await openFullPool(settings)
  const { AccessToken } = tokensIn(await sdkPool.byPassword())
  const attributes = async () => {
    const { UserAttributes = [] } = await sdkPool.sdk.getUser({ AccessToken })
    return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]))
  }
  return { ...sdkPool, AccessToken, attributes }
}

test('changes and deletes attributes', async () => {
  await using kim = await signedIn()
  const { sdk, AccessToken, attributes } = kim
  const UserAttributes = [
    { Name: 'name', Value: 'Kim' },
    { Name: 'locale', Value: 'de' },
  ]
  expect(await sdk.updateUserAttributes({ AccessToken, UserAttributes })).not.toHaveProperty(
    'CodeDeliveryDetailsList',
  )
  await sdk.deleteUserAttributes({ AccessToken, UserAttributeNames: ['locale'] })
  expect(await attributes()).toMatchObject({ name: 'Kim' })
  expect(await attributes()).not.toHaveProperty('locale')
  await expect(
    sdk.updateUserAttributes({ AccessToken, UserAttributes: [{ Name: 'sub', Value: 'x' }] }),
  ).rejects.toThrow(InvalidParameterException)
})

test('changes an address, which takes effect with its code', async () => {
  await using kim = await signedIn(careful)
  const { sdk, AccessToken, attributes, code } = kim
  const before = await attributes()
  const change = (Value: string) =>
    sdk.updateUserAttributes({ AccessToken, UserAttributes: [{ Name: 'email', Value }] })
  const { CodeDeliveryDetailsList } = await change('new@example.com')
  expect(CodeDeliveryDetailsList).toMatchObject([{ AttributeName: 'email' }])
  expect(await attributes()).toEqual(before)
  const verify = (Code: string) =>
    sdk.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code })
  await expect(verify(otherThan(code()))).rejects.toThrow(CodeMismatchException)
  const sent = await sdk.getUserAttributeVerificationCode({ AccessToken, AttributeName: 'email' })
  expect(sent.CodeDeliveryDetails).toMatchObject({ AttributeName: 'email' })
  await verify(code())
  expect(await attributes()).toMatchObject({ email: 'new@example.com', email_verified: 'true' })
  await expect(verify(code())).rejects.toThrow(ExpiredCodeException)

  await kim.createUser(kim.UserPoolId, 'lee')
  await expect(change('lee@example.com')).rejects.toThrow(AliasExistsException)
})

test('changes the password', async () => {
  await using kim = await signedIn()
  const { sdk, AccessToken, byPassword } = kim
  const ProposedPassword = 'Brand-New-Word-7'
  const change = (PreviousPassword: string, next = ProposedPassword) =>
    sdk.changePassword({ AccessToken, PreviousPassword, ProposedPassword: next })
  await expect(change(`${PASSWORD}!`)).rejects.toThrow(NotAuthorizedException)
  await expect(change(PASSWORD, 'weakness')).rejects.toThrow(InvalidPasswordException)
  await change(PASSWORD)
  await expect(byPassword()).rejects.toThrow(NotAuthorizedException)
  tokensIn(await byPassword({ PASSWORD: ProposedPassword }))
})

test('lists sessions, and ends one', async () => {
  await using sdkPool = await openFullPool()
  const { sdk, UserPoolId, byPassword } = sdkPool
  await sdk.setUserPoolSessionConfiguration({
    UserPoolId,
    UserSessionTracking: 'ENABLED',
    TokenSession: { MaxPerUser: 5 },
  })
  const there = tokensIn(await byPassword())
  const { AccessToken } = tokensIn(await byPassword())
  const { Sessions = [] } = await sdk.listUserSessions({ AccessToken })
  expect(Sessions).toHaveLength(2)
  expect(Sessions.filter(({ IsCurrentSession }) => IsCurrentSession)).toHaveLength(1)
  const other = Sessions.find(({ IsCurrentSession }) => !IsCurrentSession)
  await sdk.revokeUserSession({ AccessToken, SessionId: other?.SessionId })
  await expect(sdk.getUser({ AccessToken: there.AccessToken })).rejects.toThrow(
    NotAuthorizedException,
  )
  await sdk.getUser({ AccessToken })
})

test('deletes the user', async () => {
  await using kim = await signedIn()
  const { sdk, AccessToken, UserPoolId } = kim
  await sdk.deleteUser({ AccessToken })
  await expect(sdk.getUser({ AccessToken })).rejects.toThrow(UserNotFoundException)
  await expect(sdk.adminGetUser({ UserPoolId, Username: NAME })).rejects.toThrow(
    UserNotFoundException,
  )
})
