import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type Answer,
  openMfaPool,
  responseTo,
  STEP,
  totpCode,
  wrongCode,
} from '#local-cognito/test/support/factorPool.ts'
import { type TestPool, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.advanceTimersByTime(ms)
const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INVALID_SESSION = notAuthorized('Invalid session for the user.')
const USED = notAuthorized('Invalid session for the user, session can only be used once.')

const answer = (testPool: TestPool, input: object) => testPool.call('RespondToAuthChallenge', input)
const refused = (testPool: TestPool, input: object) =>
  testPool.refused('RespondToAuthChallenge', input)

/** A user with neither email address nor phone number, in a pool that requires MFA. */
async function kim() {
  const testPool = await openMfaPool('ON')
  const user = await testPool.addTestUser('kim')
  return { testPool, user, asked: await testPool.signInBySrp('kim') }
}

const asKim = (asked: Answer, responses: Record<string, string> = {}, Session = asked.Session) =>
  responseTo({ ...asked, Session }, responses, { USERNAME: 'kim' })

/**
 * Associates and verifies an app by session. @returns the secret, and the session to finish with
 */
async function setUp(testPool: TestPool, { Session }: Answer) {
  const begun = await testPool.call('AssociateSoftwareToken', { Session })
  const verify = { Session: begun.Session, UserCode: totpCode(begun.SecretCode) }
  const verified = await testPool.call('VerifySoftwareToken', verify)
  expect(verified.Status).toBe('SUCCESS')
  return { secret: begun.SecretCode, begun, verify, verified }
}

describe('setting up an app at sign-in', () => {
  test('is offered and done by session; later sign-ins ask for the app', async () => {
    const { testPool, asked } = await kim()
    expect(asked).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'kim',
        MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
      },
    })
    const { secret, verified } = await setUp(testPool, asked)
    // A code in the last answer is ignored.
    const last = asKim(asked, { SOFTWARE_TOKEN_MFA_CODE: '123456' }, verified.Session)
    const completed = await answer(testPool, last)
    expect(completed.ChallengeParameters).toEqual({})
    const { AccessToken } = tokensOf(completed)
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    })
    const again = await testPool.signInBySrp('kim')
    expect(again.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const typed = () => asKim(again, { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret) })
    expect(await refused(testPool, typed())).toMatchObject({ type: 'ExpiredCodeException' })
    later(STEP)
    tokensOf(await answer(testPool, typed()))
  })

  test('the app counts once its code was right, even if nothing is answered after it', async () => {
    const { testPool, user, asked } = await kim()
    const { secret, verified } = await setUp(testPool, asked)
    later(STEP)
    const again = await testPool.signInBySrp('kim')
    expect(again.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const typed = asKim(again, { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret) })
    const { AccessToken } = tokensOf(await answer(testPool, typed))
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    // The first sign-in can still be finished, and makes no used code usable again.
    const { lastStep } = user.softwareToken ?? {}
    tokensOf(await answer(testPool, asKim(asked, {}, verified.Session)))
    expect(user.softwareToken).toMatchObject({ secret, lastStep })
  })

  test('each session is valid for its own step only', async () => {
    const { testPool, asked } = await kim()
    expect(await refused(testPool, asKim(asked))).toEqual(INVALID_SESSION)
    const { Session } = asked
    const early = { Session, UserCode: '123456' }
    expect(await testPool.refused('VerifySoftwareToken', early)).toMatchObject({
      type: 'InvalidParameterException',
    })
    const { begun, verify, verified } = await setUp(testPool, asked)
    expect(await testPool.refused('AssociateSoftwareToken', { Session })).toEqual(USED)
    expect(await testPool.refused('VerifySoftwareToken', verify)).toEqual(USED)
    expect(await refused(testPool, asKim(asked, {}, begun.Session))).toEqual(USED)
    const jo = responseTo({ ...asked, Session: verified.Session }, {}, { USERNAME: 'jo' })
    expect(await refused(testPool, jo)).toEqual(INVALID_SESSION)
    tokensOf(await answer(testPool, asKim(asked, {}, verified.Session)))
    expect(await refused(testPool, asKim(asked, {}, verified.Session))).toEqual(USED)
  })

  test('a wrong code keeps the session, and sets nothing up', async () => {
    const { testPool, user, asked } = await kim()
    const { Session, SecretCode } = await testPool.call('AssociateSoftwareToken', {
      Session: asked.Session,
    })
    const wrong = { Session, UserCode: wrongCode(totpCode(SecretCode)) }
    expect(await testPool.refused('VerifySoftwareToken', wrong)).toMatchObject({
      type: 'EnableSoftwareTokenMFAException',
    })
    expect(await refused(testPool, asKim(asked, {}, Session))).toEqual(INVALID_SESSION)
    expect(user.softwareToken).toBeUndefined()
    await testPool.call('VerifySoftwareToken', { Session, UserCode: totpCode(SecretCode) })
  })

  test('follows NEW_PASSWORD_REQUIRED', async () => {
    const testPool = await openMfaPool('ON')
    await testPool.addTestUser('kim', { status: 'FORCE_CHANGE_PASSWORD' })
    const invited = await testPool.signInBySrp('kim')
    expect(invited.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    const asked = await answer(testPool, asKim(invited, { NEW_PASSWORD: 'Brand-New-Word-7' }))
    expect(asked.ChallengeName).toBe('MFA_SETUP')
    const { verified } = await setUp(testPool, asked)
    tokensOf(await answer(testPool, asKim(asked, {}, verified.Session)))
  })
})

describe('setting up an email address at sign-in', () => {
  const EMAIL = 'kim@example.com'

  test('takes effect with the code sent there, and signs in', async () => {
    const { testPool, user, asked } = await kim()
    const sent = await answer(testPool, asKim(asked, { EMAIL }))
    expect(sent).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'k***@e***' },
    })
    // Otherwise a mistyped address would lock the user out.
    expect(user.attributes).toEqual({})
    const code = testPool.codeFor(EMAIL)
    const typed = (text: string) => asKim(sent, { EMAIL_OTP_CODE: text })
    expect(await refused(testPool, typed(wrongCode(code)))).toMatchObject({
      type: 'CodeMismatchException',
    })
    tokensOf(await answer(testPool, typed(code)))
    expect(user).toMatchObject({
      attributes: { email: EMAIL, email_verified: 'true' },
      mfa: { enabled: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' },
    })
    expect((await testPool.signInBySrp('kim')).ChallengeName).toBe('EMAIL_OTP')
  })

  test('requires a valid address', async () => {
    const { testPool, asked } = await kim()
    expect(await refused(testPool, asKim(asked, { EMAIL: 'kim' }))).toMatchObject({
      type: 'InvalidParameterException',
    })
    await answer(testPool, asKim(asked, { EMAIL }))
  })

  test('is not offered where email is the only recovery option', async () => {
    const testPool = await openMfaPool('ON')
    await testPool.addTestUser('kim')
    const RecoveryMechanisms = [{ Name: 'verified_email', Priority: 1 } as const]
    testPool.pool.settings.AccountRecoverySetting = { RecoveryMechanisms }
    const asked = await testPool.signInBySrp('kim')
    expect(asked.ChallengeParameters?.['MFAS_CAN_SETUP']).toBe('["SOFTWARE_TOKEN_MFA"]')
    expect(await refused(testPool, asKim(asked, { EMAIL }))).toEqual(INVALID_SESSION)
    testPool.pool.mfa = { EmailMfaConfiguration: {} }
    expect(await refused(testPool, await testPool.srpResponse('kim'))).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})
