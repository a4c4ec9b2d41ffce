import { TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { openServer, PASSWORD } from '#test/support/openServer.ts'

// Answers as read by AWS's own SDK, which drops members that its model lacks.

test('signs up without a password, continues signed in, and signs in again with a code', async () => {
  await using server = await openServer()
  const { sdk, cognito } = server
  const UserPoolId = await server.createPool({
    AutoVerifiedAttributes: ['email'],
    Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
  })
  const ExplicitAuthFlows = ['ALLOW_USER_AUTH' as const]
  const ClientId = await server.createClient(UserPoolId, { ExplicitAuthFlows })
  const code = () => cognito.store.messages[0]?.code ?? ''

  const UserAttributes = [{ Name: 'email', Value: 'kim@example.com' }]
  const signedUp = await sdk.signUp({ ClientId, Username: 'kim', UserAttributes })
  const { Session } = await sdk.confirmSignUp({
    ClientId,
    Username: 'kim',
    ConfirmationCode: code(),
    Session: signedUp.Session,
  })
  const USERNAME = 'kim'
  const first = { ClientId, AuthFlow: 'USER_AUTH' as const, AuthParameters: { USERNAME } }
  expect((await sdk.initiateAuth({ ...first, Session })).AuthenticationResult).toBeDefined()

  const asked = await sdk.initiateAuth(first)
  // With one factor, there is nothing to choose.
  expect(asked).toMatchObject({
    ChallengeName: 'EMAIL_OTP',
    AvailableChallenges: ['EMAIL_OTP'],
  })
  const completed = await sdk.respondToAuthChallenge({
    ClientId,
    ChallengeName: 'EMAIL_OTP',
    Session: asked.Session,
    ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: code() },
  })
  expect(completed.AuthenticationResult).toBeDefined()
})

test('sets up an app at sign-in, where the pool requires MFA', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  await sdk.setUserPoolMfaConfig({
    UserPoolId,
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH' as const]
  const ClientId = await server.createClient(UserPoolId, { ExplicitAuthFlows })
  await server.createUser(UserPoolId, 'kim')
  const USERNAME = 'kim'
  const byPassword = () =>
    sdk.initiateAuth({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })

  const asked = await byPassword()
  expect(asked.ChallengeName).toBe('MFA_SETUP')
  const { Session, SecretCode = '' } = await sdk.associateSoftwareToken({ Session: asked.Session })
  const app = new TOTP({ secret: SecretCode })
  const shown = await sdk.verifySoftwareToken({ Session, UserCode: app.generate() })
  expect(shown.Status).toBe('SUCCESS')
  const completed = await sdk.respondToAuthChallenge({
    ClientId,
    ChallengeName: 'MFA_SETUP',
    Session: shown.Session,
    ChallengeResponses: { USERNAME },
  })
  expect(completed.AuthenticationResult).toBeDefined()

  const again = await byPassword()
  expect(again.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  // Code of the next time step, which is accepted too: that of the present one is used.
  const SOFTWARE_TOKEN_MFA_CODE = app.generate({ timestamp: Date.now() + 30_000 })
  const second = await sdk.respondToAuthChallenge({
    ClientId,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: again.Session,
    ChallengeResponses: { USERNAME, SOFTWARE_TOKEN_MFA_CODE },
  })
  expect(second.AuthenticationResult).toBeDefined()
})
