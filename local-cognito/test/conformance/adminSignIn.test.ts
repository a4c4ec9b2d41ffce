import {
  InvalidParameterException,
  NotAuthorizedException,
  ResourceNotFoundException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer, PASSWORD } from '#test/support/openServer.ts'

// Sign-in by a server with IAM credentials, through AWS's own SDK.

async function openAdminPool() {
  const server = await openServer()
  const UserPoolId = await server.createPool()
  const ClientId = await server.createClient(UserPoolId, {
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  const app = { UserPoolId, ClientId }
  const byPassword = (USERNAME: string, password = PASSWORD, at: object = {}) =>
    server.sdk.adminInitiateAuth({
      ...app,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
      ...at,
    })
  return { ...server, app, byPassword }
}

test('a server signs a user in by password, and refreshes', async () => {
  await using pool = await openAdminPool()
  const { sdk, app, byPassword } = pool
  await pool.createUser(app.UserPoolId, 'ada')
  const { AccessToken, RefreshToken = '' } = (await byPassword('ada')).AuthenticationResult ?? {}
  expect((await sdk.getUser({ AccessToken })).Username).toBe('ada')
  const legacy = await byPassword('ada', PASSWORD, { AuthFlow: 'ADMIN_NO_SRP_AUTH' })
  expect(legacy.AuthenticationResult?.IdToken).toBeTruthy()
  const refreshed = await sdk.adminInitiateAuth({
    ...app,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: RefreshToken },
  })
  expect(refreshed.AuthenticationResult?.AccessToken).toBeTruthy()

  await expect(byPassword('ada', 'wrong-Horse-9')).rejects.toThrow(NotAuthorizedException)
  await expect(byPassword('no-user')).rejects.toThrow(UserNotFoundException)
})

test('flows of clients, and clients without the flow, are refused', async () => {
  await using pool = await openAdminPool()
  const { sdk, app, byPassword } = pool
  await pool.createUser(app.UserPoolId, 'ada')
  const plain = await pool.createClient(app.UserPoolId, {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  })
  await expect(byPassword('ada', PASSWORD, { ClientId: plain })).rejects.toThrow(
    'Auth flow not enabled for this client',
  )
  const open = { ClientId: plain, AuthFlow: 'USER_PASSWORD_AUTH' }
  await expect(byPassword('ada', PASSWORD, open)).rejects.toThrow(
    'Initiate Auth method not supported.',
  )
  const asUser = sdk.initiateAuth({
    ClientId: app.ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ada', PASSWORD },
  })
  await expect(asUser).rejects.toThrow('Initiate Auth method not supported.')
  const other = await pool.createPool()
  await expect(byPassword('ada', PASSWORD, { UserPoolId: other })).rejects.toThrow(
    ResourceNotFoundException,
  )
})

test('a challenge is answered by server or client, whoever started', async () => {
  await using pool = await openAdminPool()
  const { sdk, app, byPassword } = pool
  for (const Username of ['ada', 'grace'])
    await sdk.adminCreateUser({
      UserPoolId: app.UserPoolId,
      Username,
      TemporaryPassword: PASSWORD,
      MessageAction: 'SUPPRESS',
    })
  const answerTo = async (USERNAME: string) => {
    const { ChallengeName, Session } = await byPassword(USERNAME)
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const ChallengeResponses = { USERNAME, NEW_PASSWORD: 'Brand-New-Word-7' }
    return { ...app, ChallengeName, Session, ChallengeResponses }
  }
  const ada = await answerTo('ada')
  const weak = { ...ada.ChallengeResponses, NEW_PASSWORD: 'weak' }
  await expect(
    sdk.adminRespondToAuthChallenge({ ...ada, ChallengeResponses: weak }),
  ).rejects.toThrow('Password does not conform to policy: Password not long enough')
  await expect(sdk.adminRespondToAuthChallenge({ ...ada, ChallengeResponses: {} })).rejects.toThrow(
    InvalidParameterException,
  )
  const byServer = await sdk.adminRespondToAuthChallenge(ada)
  expect(byServer.AuthenticationResult?.AccessToken).toBeTruthy()
  await expect(sdk.adminRespondToAuthChallenge(ada)).rejects.toThrow(
    'Invalid session for the user, session can only be used once.',
  )
  const byClient = await sdk.respondToAuthChallenge(await answerTo('grace'))
  expect(byClient.AuthenticationResult?.AccessToken).toBeTruthy()
})
