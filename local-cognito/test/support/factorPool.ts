import type {
  ChallengeNameType,
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
// oxlint-disable-next-line no-restricted-imports -- an SRP client that nobody here wrote; for tests
import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { TOTP } from 'otpauth'
import { openTestPool, PASSWORD, type TestPool, type TestPoolOptions } from './testPool.ts'

/** The length of a step of an authenticator app, in milliseconds. */
export const STEP = 30_000

/** What an app with this secret shows, now or some milliseconds from now. */
export const shown = (secret: string | undefined, later = 0) =>
  new TOTP({ secret: secret ?? '' }).generate({ timestamp: Date.now() + later })

/** Digits that are not these. */
export const otherThan = (code: string) =>
  code.replace(/^./, (digit) => (digit === '1' ? '2' : '1'))

/** A pool that has every second factor. */
export async function openMfa(mode: 'OFF' | 'ON' | 'OPTIONAL', world: TestPoolOptions = {}) {
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
  const pool = { MfaConfiguration: mode, SmsConfiguration, ...world.pool }
  const testPool = await openTestPool({ ...world, pool })
  testPool.pool.mfa = {
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  }
  return testPool
}

export const PHONE = '+15555550123'

/** A pool that admits all first factors, to a client that may do nothing else. */
export async function openChoice({ client, pool }: TestPoolOptions = {}) {
  const testPool = await openMfa('OFF', {
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

/** Begins a choice-based sign-in. */
export const by = (PREFERRED_CHALLENGE?: string, given: Record<string, string> = {}) => ({
  AuthFlow: 'USER_AUTH',
  AuthParameters: {
    USERNAME: 'jo',
    ...(PREFERRED_CHALLENGE === undefined ? {} : { PREFERRED_CHALLENGE }),
    ...given,
  },
})

export const start = (testPool: TestPool, input: object = by()): Promise<InitiateAuthResponse> =>
  testPool.call('InitiateAuth', input)

export const answer = (testPool: TestPool, input: object): Promise<Answer> =>
  testPool.call('RespondToAuthChallenge', input)

export const refused = (testPool: TestPool, input: object) =>
  testPool.refused('RespondToAuthChallenge', input)

export type Answer = InitiateAuthResponse | RespondToAuthChallengeResponse

/** The answer to a challenge; `given` takes the place of its members. */
export const answerTo = (
  { ChallengeName, Session }: Answer,
  responses: Record<string, string>,
  given: { USERNAME?: string; ChallengeName?: ChallengeNameType; ClientId?: string } = {},
) => {
  const { USERNAME = 'jo', ...members } = given
  return { ChallengeName, Session, ChallengeResponses: { USERNAME, ...responses }, ...members }
}

/** Sets up an app for somebody signed in, and moves on to the next step. @returns its secret */
export async function addApp(testPool: TestPool, AccessToken: string, later: (ms: number) => void) {
  const { SecretCode = '' } = await testPool.call('AssociateSoftwareToken', { AccessToken })
  await testPool.call('VerifySoftwareToken', { AccessToken, UserCode: shown(SecretCode) })
  later(STEP)
  return SecretCode
}

/** Begins SRP by way of `begin`. @returns the answer to the challenge that gives */
export async function proofBy(
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
  return answerTo(asked, responses, { USERNAME: name })
}

/** Somebody with both contacts, and an access token from before anything was switched on. */
export async function openContacts(mode: 'OFF' | 'ON' | 'OPTIONAL' = 'OPTIONAL') {
  const testPool = await openMfa(mode)
  Object.assign(testPool.jo.attributes, { phone_number: PHONE, phone_number_verified: 'false' })
  if (mode === 'ON') testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  const { AccessToken } = await testPool.tokensFor('jo')
  testPool.pool.settings.MfaConfiguration = mode
  const prefer = (settings: object) => ({ AccessToken, ...settings })
  return { testPool, AccessToken, prefer }
}

/** A factor switched on. */
export const on = (PreferredMfa?: boolean) => ({ Enabled: true, PreferredMfa })
