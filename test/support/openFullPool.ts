import { TOTP } from 'otpauth'
import type {
  AuthFlowType,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  InitiateAuthCommandOutput,
  RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider'
import { openServer, PASSWORD } from './openServer.ts'

interface FullPoolSettings {
  pool?: Partial<CreateUserPoolCommandInput>
  client?: Partial<CreateUserPoolClientCommandInput>
}

type Answer = InitiateAuthCommandOutput | RespondToAuthChallengeCommandOutput

export const NAME = 'kim'

/** Time step of an authenticator app, in milliseconds. */
export const STEP = 30_000

/** Opens a local Cognito behind HTTP whose pool has every sign-in method, and the user `kim`. */
export async function openFullPool({ pool, client }: FullPoolSettings = {}) {
  const server = await openServer()
  const { sdk, cognito } = server
  const UserPoolId = await server.createPool({
    Policies: {
      SignInPolicy: {
        AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      },
    },
    // Codes by email can be a second factor only if email cannot reset the password.
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
    LambdaConfig: { DefineAuthChallenge: 'local:secret-question' },
    ...pool,
  })
  await sdk.setUserPoolMfaConfig({
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  const ClientId = await server.createClient(UserPoolId, {
    ExplicitAuthFlows: [
      'ALLOW_USER_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
    ...client,
  })
  await server.createUser(UserPoolId, NAME)

  const begin = (AuthFlow: AuthFlowType, given: Record<string, string> = {}) =>
    sdk.initiateAuth({ ClientId, AuthFlow, AuthParameters: { USERNAME: NAME, ...given } })

  /** Starts a sign-in with the password. */
  const byPassword = (given: Record<string, string> = {}) =>
    begin('USER_PASSWORD_AUTH', { PASSWORD, ...given })

  /** Answers a challenge of InitiateAuth or RespondToAuthChallenge. */
  const answer = ({ ChallengeName, Session }: Answer, responses: Record<string, string>) =>
    sdk.respondToAuthChallenge({
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: NAME, ...responses },
    })

  /** Returns the newest code that was sent. */
  const code = () => cognito.store.messages[0]?.code ?? ''

  return { ...server, UserPoolId, ClientId, begin, byPassword, answer, code }
}

/** Returns the tokens of a finished sign-in. @throws {Error} if it has none */
export function tokensIn({ AuthenticationResult: tokens }: Answer) {
  const { AccessToken, IdToken, RefreshToken } = tokens ?? {}
  if (!AccessToken || !IdToken || !RefreshToken) throw new Error('The sign-in gave no tokens.')
  return { AccessToken, IdToken, RefreshToken }
}

/** Returns the current code of an authenticator app with this secret. */
export const appCode = (secret = '') => new TOTP({ secret }).generate()

/** Returns a different code of the same length. */
export const otherThan = (code: string) =>
  code.replace(/^./, (digit) => (digit === '1' ? '2' : '1'))
