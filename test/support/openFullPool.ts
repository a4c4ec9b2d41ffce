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

/** The length of a step of an authenticator app, in milliseconds. */
export const STEP = 30_000

/** A local Cognito behind HTTP whose pool has every way in, with somebody called kim. */
export async function openFullPool({ pool, client }: FullPoolSettings = {}) {
  const server = await openServer()
  const { sdk, cognito } = server
  const UserPoolId = await server.createPool({
    Policies: {
      SignInPolicy: {
        AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      },
    },
    // Codes by mail are a second factor where a forgotten password is no matter of mail.
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

  /** Signs in by a password, as far as that goes. */
  const byPassword = (given: Record<string, string> = {}) =>
    begin('USER_PASSWORD_AUTH', { PASSWORD, ...given })

  /** Answers a challenge of either operation. */
  const answer = ({ ChallengeName, Session }: Answer, responses: Record<string, string>) =>
    sdk.respondToAuthChallenge({
      ClientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: NAME, ...responses },
    })

  /** The newest code that was sent. */
  const code = () => cognito.store.messages[0]?.code ?? ''

  return { ...server, UserPoolId, ClientId, begin, byPassword, answer, code }
}

/** The tokens of a sign-in that has ended well. */
export function tokensIn({ AuthenticationResult: tokens }: Answer) {
  const { AccessToken, IdToken, RefreshToken } = tokens ?? {}
  if (!AccessToken || !IdToken || !RefreshToken) throw new Error('The sign-in gave no tokens.')
  return { AccessToken, IdToken, RefreshToken }
}

/** What an authenticator app with this secret shows. */
export const appCode = (secret = '') => new TOTP({ secret }).generate()

/** Digits that are not these. */
export const otherThan = (code: string) =>
  code.replace(/^./, (digit) => (digit === '1' ? '2' : '1'))
