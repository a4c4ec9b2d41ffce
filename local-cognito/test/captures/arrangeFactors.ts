import { vi } from 'vitest'
import type { factors } from '#local-cognito/fixtures/factors.ts'
import {
  addApp,
  enabledFactor,
  openMfaPool,
  openUserAuthPool,
  PHONE,
  STEP,
  totpCode,
  userAuth,
  wrongCode,
} from '#local-cognito/test/support/factorPool.ts'
import { openPasskeyPool } from '#local-cognito/test/support/passkeyPool.ts'
import { MINUTE, PASSWORD, type TestPool } from '#local-cognito/test/support/testPool.ts'
import { addUser } from '#local-cognito/users/users.ts'
import { type Arrange, CONCEALED, FLOWS, world } from './world.ts'

const NEW_PASSWORD = 'Another-Horse-9'
const EMAIL = 'kim@example.com'
const verified = { attributes: { email: EMAIL, email_verified: 'true' } }

const openEmailPool = () =>
  openUserAuthPool({
    client: CONCEALED,
    pool: {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    },
  })

/** kim, who has an email address and no password. */
async function withoutPassword() {
  const testPool = await openEmailPool()
  const { store, pool } = testPool
  addUser(store, pool, { username: 'kim', status: 'CONFIRMED', ...verified }, Date.now())
  return testPool
}

/** kim, who was sent a code. */
async function codeSent() {
  const testPool = await withoutPassword()
  const { Session = '' } = await testPool.call(
    'InitiateAuth',
    userAuth('EMAIL_OTP', { USERNAME: 'kim' }),
  )
  const right = testPool.codeFor(EMAIL)
  const send = (code: string) =>
    testPool.send('RespondToAuthChallenge', {
      ClientId: testPool.client.id,
      ChallengeName: 'EMAIL_OTP',
      Session,
      ChallengeResponses: { USERNAME: 'kim', EMAIL_OTP_CODE: code },
    })
  const asked = (code: string) => world(testPool, { username: 'kim', session: Session, code })
  return { right, send, asked }
}

const byPassword = (testPool: TestPool, username: string) =>
  testPool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD },
  })

/** kim, who has neither address nor number, in a pool that requires MFA. */
async function mfaRequired(status: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' = 'CONFIRMED') {
  const testPool = await openMfaPool('ON', { client: { ExplicitAuthFlows: [...FLOWS] } })
  await testPool.addTestUser('kim', { status })
  const { Session = '' } = await byPassword(testPool, 'kim')
  return { testPool, Session }
}

/** Associates and verifies an app with the session of MFA_SETUP. */
async function setUp({ testPool, Session }: Awaited<ReturnType<typeof mfaRequired>>) {
  const begun = await testPool.call('AssociateSoftwareToken', { Session })
  const code = totpCode(begun.SecretCode)
  const done = await testPool.call('VerifySoftwareToken', {
    Session: begun.Session,
    UserCode: code,
  })
  return { code, session: done.Session ?? '' }
}

async function signedIn(testPool: TestPool) {
  return { testPool, ...(await testPool.tokensFor('jo')) }
}

/** jo with an app and a passkey, in a pool where passkeys can count as MFA. */
async function appAndPasskey() {
  const fixture = await openPasskeyPool({
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  })
  const { testPool, AccessToken } = fixture
  testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  await addApp(testPool, AccessToken, (later) => vi.advanceTimersByTime(later))
  await testPool.call('SetUserMFAPreference', {
    AccessToken,
    SoftwareTokenMfaSettings: enabledFactor(true),
  })
  await fixture.add()
  return world(testPool, { 'access-token': AccessToken })
}

export const arrangeFactors: Record<keyof typeof factors, Arrange> = {
  'email code: sent': async () => world(await withoutPassword(), { username: 'kim' }),
  'email code: unknown user, concealed': async () =>
    world(await openEmailPool(), { username: 'nobody@invalid.example' }),
  'email code: temporary password': async () => {
    const testPool = await openEmailPool()
    await testPool.addTestUser('kim', { status: 'FORCE_CHANGE_PASSWORD', ...verified })
    return world(testPool, { username: 'kim' })
  },
  'email code: right': async () => {
    const { right, asked } = await codeSent()
    return asked(right)
  },
  'email code: wrong': async () => {
    const { right, asked } = await codeSent()
    return asked(wrongCode(right))
  },
  'email code: wrong six times': async () => {
    const { right, send, asked } = await codeSent()
    for (let time = 0; time < 5; time += 1) await send(wrongCode(right))
    return asked(wrongCode(right))
  },
  'email code: too late': async () => {
    const { right, asked } = await codeSent()
    vi.advanceTimersByTime(3.9 * MINUTE)
    return asked(right)
  },
  'email code: session used twice': async () => {
    const { right, send, asked } = await codeSent()
    await send(right)
    return asked(right)
  },
  'text message: wrong code': async () => {
    const testPool = await openMfaPool('OPTIONAL', { client: { ExplicitAuthFlows: [...FLOWS] } })
    Object.assign(testPool.jo.attributes, { phone_number: PHONE, phone_number_verified: 'true' })
    testPool.jo.mfa = { enabled: ['SMS_MFA'], preferred: 'SMS_MFA' }
    const { Session = '' } = await byPassword(testPool, 'jo')
    return world(testPool, { session: Session, code: wrongCode(testPool.codeFor(PHONE)) })
  },
  'app: to be set up': async () => {
    const { testPool, Session } = await mfaRequired('FORCE_CHANGE_PASSWORD')
    return world(testPool, {
      username: 'kim',
      session: Session,
      'new-password': NEW_PASSWORD,
    })
  },
  'app: associated with a session': async () => {
    const { testPool, Session } = await mfaRequired()
    return world(testPool, { session: Session })
  },
  'app: asked after VerifySoftwareToken': async () => {
    const required = await mfaRequired()
    await setUp(required)
    return world(required.testPool, { username: 'kim' })
  },
  'app: set up': async () => {
    const required = await mfaRequired()
    const { session } = await setUp(required)
    return world(required.testPool, { username: 'kim', session, code: '123456' })
  },
  'app: wrong code at set-up': async () => {
    const { testPool, AccessToken } = await signedIn(await openMfaPool('OPTIONAL'))
    const { SecretCode } = await testPool.call('AssociateSoftwareToken', { AccessToken })
    return world(testPool, {
      'access-token': AccessToken,
      code: totpCode(SecretCode, 100 * STEP),
    })
  },
  'app: code used before': async () => {
    const { testPool, AccessToken } = await signedIn(
      await openMfaPool('OPTIONAL', { client: { ExplicitAuthFlows: [...FLOWS] } }),
    )
    const { SecretCode } = await testPool.call('AssociateSoftwareToken', { AccessToken })
    const code = totpCode(SecretCode)
    await testPool.call('VerifySoftwareToken', { AccessToken, UserCode: code })
    await testPool.call('SetUserMFAPreference', {
      AccessToken,
      SoftwareTokenMfaSettings: enabledFactor(true),
    })
    const { Session = '' } = await byPassword(testPool, 'jo')
    return world(testPool, { session: Session, code })
  },
  'app: no session': async () => {
    const { testPool } = await mfaRequired()
    return world(testPool, { username: 'kim' })
  },
  'preference: no app': async () => {
    const { testPool, AccessToken } = await signedIn(await openMfaPool('OPTIONAL'))
    return world(testPool, { 'access-token': AccessToken })
  },
  'preference: passkeys alone': appAndPasskey,
  'passkey: not counted as MFA': appAndPasskey,
  'passkey: incomplete credential': async () => {
    const { testPool, AccessToken, make } = await openPasskeyPool()
    const { Credential } = await make()
    return world(testPool, {
      'access-token': AccessToken,
      'credential-id': Credential.id,
      'client-data': Credential.response.clientDataJSON,
      attestation: Credential.response.attestationObject,
    })
  },
}
