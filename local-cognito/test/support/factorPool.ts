import type {
  ChallengeNameType,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { TOTP } from 'otpauth'
import { openTestPool, PASSWORD, type TestPool, type TestPoolOptions } from './testPool.ts'

/** TOTP time step in milliseconds. */
export const STEP = 30_000

/** Code of an app with this secret, now or some milliseconds later. */
export const totpCode = (secret: string | undefined, later = 0) =>
  new TOTP({ secret: secret ?? '' }).generate({ timestamp: Date.now() + later })

/** A code other than this one. */
export const wrongCode = (code: string) =>
  code.replace(/^./, (digit) => (digit === '1' ? '2' : '1'))

/** Opens a pool with every second factor. */
export async function openMfaPool(mode: 'OFF' | 'ON' | 'OPTIONAL', settings: TestPoolOptions = {}) {
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
  const pool = { MfaConfiguration: mode, SmsConfiguration, ...settings.pool }
  const testPool = await openTestPool({ ...settings, pool })
  testPool.pool.mfa = {
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  }
  return testPool
}

export const PHONE = '+15555550123'

/** Opens a pool with all first factors, and a client that allows USER_AUTH only. */
export async function openUserAuthPool({ client, pool, ...settings }: TestPoolOptions = {}) {
  const testPool = await openMfaPool('OFF', {
    ...settings,
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'], ...client },
    pool: {
      Policies: {
        SignInPolicy: {
          AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
        },
      },
      ...pool,
    },
  })
  Object.assign(testPool.jo.attributes, { phone_number: PHONE, phone_number_verified: 'true' })
  return testPool
}

/** Parameters of a USER_AUTH sign-in. */
export const userAuth = (PREFERRED_CHALLENGE?: string, given: Record<string, string> = {}) => ({
  AuthFlow: 'USER_AUTH',
  AuthParameters: {
    USERNAME: 'jo',
    ...(PREFERRED_CHALLENGE === undefined ? {} : { PREFERRED_CHALLENGE }),
    ...given,
  },
})

export const initiateAuth = (
  testPool: TestPool,
  input: object = userAuth(),
): Promise<InitiateAuthResponse> => testPool.call('InitiateAuth', input)

export const respond = (testPool: TestPool, input: object): Promise<Answer> =>
  testPool.call('RespondToAuthChallenge', input)

export const refusedResponse = (testPool: TestPool, input: object) =>
  testPool.refused('RespondToAuthChallenge', input)

export type Answer = InitiateAuthResponse | RespondToAuthChallengeResponse

/** Makes the answer to a challenge; `given` overrides its members. */
export const responseTo = (
  { ChallengeName, Session }: Answer,
  responses: Record<string, string>,
  given: { USERNAME?: string; ChallengeName?: ChallengeNameType; ClientId?: string } = {},
) => {
  const { USERNAME = 'jo', ...members } = given
  return { ChallengeName, Session, ChallengeResponses: { USERNAME, ...responses }, ...members }
}

/** Sets up an app for a signed-in user, and moves on to the next time step. @returns its secret */
export async function addApp(testPool: TestPool, AccessToken: string, later: (ms: number) => void) {
  const { SecretCode = '' } = await testPool.call('AssociateSoftwareToken', { AccessToken })
  await testPool.call('VerifySoftwareToken', { AccessToken, UserCode: totpCode(SecretCode) })
  later(STEP)
  return SecretCode
}

/** Starts SRP through `begin`. @returns the answer to PASSWORD_VERIFIER */
export async function srpAnswerBy(
  testPool: TestPool,
  begin: (SRP_A: string) => Promise<Answer>,
  { name = 'jo', password = PASSWORD } = {},
) {
  const session = createSrpSession(name, password, testPool.pool.id, false)
  const asked = await begin(session.largeA)
  const { ChallengeName = 'PASSWORD_VERIFIER', ChallengeParameters = {} } = asked
  const signed = signSrpSession(session, { ChallengeName, ChallengeParameters })
  const responses = {
    TIMESTAMP: signed.timestamp,
    PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
    PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
  }
  return responseTo(asked, responses, { USERNAME: name })
}

/** A user with both contacts, and an access token from before any factor was enabled. */
export async function openContactPool(mode: 'OFF' | 'ON' | 'OPTIONAL' = 'OPTIONAL') {
  const testPool = await openMfaPool(mode)
  Object.assign(testPool.jo.attributes, { phone_number: PHONE, phone_number_verified: 'false' })
  if (mode === 'ON') testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  const { AccessToken } = await testPool.tokensFor('jo')
  testPool.pool.settings.MfaConfiguration = mode
  const prefer = (settings: object) => ({ AccessToken, ...settings })
  return { testPool, AccessToken, prefer }
}

/** Settings of an enabled factor. */
export const enabledFactor = (PreferredMfa?: boolean) => ({ Enabled: true, PreferredMfa })
