import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  initiateAuth,
  respond,
  responseTo,
  srpAnswerBy,
  totpCode,
  userAuth,
} from '#local-cognito/test/support/factorPool.ts'
import {
  openPasskeyPool,
  passkeyResponse,
  startWithPasskey,
} from '#local-cognito/test/support/passkeyPool.ts'
import {
  answerCorrectly,
  byPassword,
  finishSignIn,
  levelClaims,
  loa,
  openStepUpPool,
  requestLevels,
  selectFactor,
} from '#local-cognito/test/support/stepUpPool.ts'
import { claimsOf, MINUTE, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('tokens name the level reached and the methods used', () => {
  test.each([
    ['PASSWORD', [], 1, ['pwd']],
    ['EMAIL_OTP', [], 2, ['email_otp']],
    ['SMS_OTP', [], 2, ['sms']],
    ['PASSWORD', ['EMAIL_OTP'], 3, ['pwd', 'email_otp', 'mfa']],
    ['PASSWORD', ['SMS_MFA'], 3, ['pwd', 'sms', 'mfa']],
    ['PASSWORD', ['SOFTWARE_TOKEN_MFA'], 4, ['pwd', 'otp', 'mfa']],
  ] as const)('%s and %j', async (first, second, level, amr) => {
    const testPool = await openStepUpPool([...second])
    const begun = await initiateAuth(testPool, requestLevels([level], {}, first))
    expect(levelClaims(await finishSignIn(testPool, begun))).toEqual([loa(level), amr])
  })

  test.each([
    ['platform', ['swk']],
    ['cross-platform', ['hwk']],
  ] as const)('a passkey that is %s', async (attachment, amr) => {
    const fixture = await openPasskeyPool()
    await fixture.add({ attachment })
    const asked = await initiateAuth(fixture.testPool, requestLevels([3], {}, 'WEB_AUTHN'))
    expect(
      levelClaims(await respond(fixture.testPool, await passkeyResponse(fixture, asked))),
    ).toEqual([loa(3), amr])
    // Without a requested level, the tokens have no `acr`.
    const plain = await respond(
      fixture.testPool,
      await passkeyResponse(fixture, await startWithPasskey(fixture.testPool)),
    )
    expect(levelClaims(plain)).toEqual([undefined, undefined])
  })

  test("by the pool's level names", async () => {
    const AcrConfiguration = { Level2: { AcrValue: 'https://example.com/code' } }
    const testPool = await openStepUpPool([], { pool: { AcrConfiguration } })
    const asked = await initiateAuth(
      testPool,
      userAuth('EMAIL_OTP', { TARGET_ACR_VALUES: 'https://example.com/code' }),
    )
    expect(levelClaims(await finishSignIn(testPool, asked))).toEqual([
      'https://example.com/code',
      ['email_otp'],
    ])
  })

  test('also after a refresh, with the same auth_time', async () => {
    const testPool = await openStepUpPool([], {
      client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    })
    const { IdToken, RefreshToken } = tokensOf(await initiateAuth(testPool, byPassword()))
    later(MINUTE)
    const refreshed = await testPool.call('InitiateAuth', {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    })
    const { acr, amr, auth_time } = claimsOf(IdToken)
    expect(claimsOf(refreshed.AuthenticationResult?.IdToken ?? '')).toMatchObject({
      acr,
      amr,
      auth_time,
    })
  })
})

describe('without a token', () => {
  test('offers the factors that lead to the level, and no others', async () => {
    const testPool = await openStepUpPool()
    const offered = async (level: number) =>
      (await initiateAuth(testPool, requestLevels([level]))).AvailableChallenges
    const passwords = ['PASSWORD_SRP', 'PASSWORD']
    expect(await offered(1)).toEqual([...passwords, 'EMAIL_OTP', 'SMS_OTP'])
    expect(await offered(2)).toEqual(['EMAIL_OTP', 'SMS_OTP'])
    expect(await offered(3)).toEqual(passwords)
  })

  test('follows a preference that leads there', async () => {
    const testPool = await openStepUpPool(['SOFTWARE_TOKEN_MFA'])
    const asked = await initiateAuth(testPool, requestLevels([4], { PASSWORD }, 'PASSWORD'))
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const other = await initiateAuth(
      await openStepUpPool(),
      requestLevels([2], { PASSWORD }, 'PASSWORD'),
    )
    expect(other.ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('SRP and the choice keep the requested level', async () => {
    const testPool = await openStepUpPool(['SOFTWARE_TOKEN_MFA'])
    const begun = await initiateAuth(testPool, requestLevels([4]))
    const srpResponse = await srpAnswerBy(testPool, (SRP_A) =>
      respond(testPool, responseTo(begun, { ANSWER: 'PASSWORD_SRP', SRP_A })),
    )
    const asked = await respond(testPool, srpResponse)
    expect(levelClaims(await finishSignIn(testPool, asked))).toEqual([
      loa(4),
      ['pwd', 'otp', 'mfa'],
    ])
  })

  test('a code may follow the password even where MFA is not required', async () => {
    const testPool = await openStepUpPool()
    const asked = await answerCorrectly(
      testPool,
      await initiateAuth(testPool, requestLevels([3], {}, 'PASSWORD')),
    )
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['EMAIL_OTP', 'SMS_OTP'],
    })
    const done = await finishSignIn(testPool, await selectFactor(testPool, asked, 'SMS_OTP'))
    expect(levelClaims(done)).toEqual([loa(3), ['pwd', 'sms', 'mfa']])
  })

  test('the level decides between several second factors', async () => {
    const testPool = await openStepUpPool(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])
    const asked = async (level: number) =>
      (await initiateAuth(testPool, requestLevels([level], { PASSWORD }, 'PASSWORD'))).ChallengeName
    expect(await asked(4)).toBe('SOFTWARE_TOKEN_MFA')
    expect(await asked(3)).toBe('SMS_MFA')
  })

  test('takes the first level within reach; unknown names are ignored', async () => {
    const testPool = await openStepUpPool()
    const names = `${loa(4)} urn:unknown ${loa(2)} ${loa(1)}`
    const asked = await initiateAuth(testPool, userAuth(undefined, { TARGET_ACR_VALUES: names }))
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP'])
  })

  test('even for the lowest level a required second factor is asked for', async () => {
    const testPool = await openStepUpPool(['SOFTWARE_TOKEN_MFA'])
    const asked = await initiateAuth(testPool, byPassword())
    expect(levelClaims(await finishSignIn(testPool, asked))).toEqual([
      loa(4),
      ['pwd', 'otp', 'mfa'],
    ])
  })

  test('a second factor is set up where the pool requires one, and counts', async () => {
    const testPool = await openStepUpPool()
    testPool.pool.settings.MfaConfiguration = 'ON'
    testPool.pool.mfa = { SoftwareTokenMfaConfiguration: { Enabled: true } }
    delete testPool.pool.settings.SmsConfiguration
    const { Session } = await initiateAuth(testPool, byPassword())
    const begun = await testPool.call('AssociateSoftwareToken', { Session })
    const UserCode = totpCode(begun.SecretCode)
    const shownRight = await testPool.call('VerifySoftwareToken', {
      Session: begun.Session,
      UserCode,
    })
    const setUp = { ChallengeName: 'MFA_SETUP', Session: shownRight.Session } as const
    expect(levelClaims(await respond(testPool, responseTo(setUp, {})))).toEqual([
      loa(4),
      ['pwd', 'otp', 'mfa'],
    ])
  })
})
