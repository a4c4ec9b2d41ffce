import {
  InvalidParameterException,
  NotAuthorizedException,
  OperationNotEnabledException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer, PASSWORD } from '#test/support/openServer.ts'

// Sessions listed and ended through AWS's own SDK.

test('of two sign-ins, one ends the other', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'] as const
  const flows = { ExplicitAuthFlows: [...ExplicitAuthFlows] }
  const ClientId = await server.createClient(UserPoolId, flows)
  const jo = await server.createUser(UserPoolId, 'jo')
  const signIn = async () => {
    const { AuthenticationResult } = await sdk.initiateAuth({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jo', PASSWORD },
    })
    return { AccessToken: AuthenticationResult?.AccessToken }
  }
  const early = await signIn()
  await expect(sdk.listUserSessions(early)).rejects.toThrow(OperationNotEnabledException)
  await sdk.setUserPoolSessionConfiguration({
    UserPoolId,
    UserSessionTracking: 'ENABLED',
    TokenSession: { MaxPerUser: 2 },
  })
  expect(await sdk.getUserPoolSessionConfiguration({ UserPoolId })).toMatchObject({
    TokenSession: { MaxPerUser: 2 },
  })

  const lost = await signIn()
  const own = await signIn()
  const { Sessions = [] } = await sdk.listUserSessions(own)
  expect(Sessions).toMatchObject([
    { ClientId, IsCurrentSession: true, SessionType: 'TOKEN', LastIPAddress: '127.0.0.1' },
    { ClientId, IsCurrentSession: false },
  ])
  expect(Sessions[1]?.LastActiveDate).toBeInstanceOf(Date)
  const [{ SessionId: mine } = {}, { SessionId } = {}] = Sessions
  await expect(sdk.revokeUserSession({ ...own, SessionId: mine })).rejects.toThrow(
    InvalidParameterException,
  )
  await sdk.revokeUserSession({ ...own, SessionId, RevokeAssociatedSessions: 'LINKED' })
  await expect(sdk.getUser(lost)).rejects.toThrow(NotAuthorizedException)
  await expect(sdk.revokeUserSession({ ...own, SessionId })).rejects.toThrow(
    ResourceNotFoundException,
  )

  await sdk.adminRevokeUserSession({ ...jo, SessionId: mine })
  await expect(sdk.getUser(own)).rejects.toThrow(NotAuthorizedException)
  expect((await sdk.adminListUserSessions(jo)).Sessions).toEqual([])
  // The sign-in from before tracking is not listed, and stays valid.
  await sdk.getUser(early)
})
