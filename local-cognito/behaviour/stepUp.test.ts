import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { claimsOf, MINUTE, PASSWORD, tokensOf, type Bed } from '#local-cognito/testBed.ts'
import { by, openChoice, shown, start } from './factorBed.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const AcrConfiguration = { Level2: { AcrValue: 'urn:example:code' } }
const byPassword = (given: Record<string, string> = {}) => by('PASSWORD', { PASSWORD, ...given })

const open = async () => openChoice({ pool: { AcrConfiguration } })

const claims = (answer: Parameters<typeof tokensOf>[0]) => claimsOf(tokensOf(answer).IdToken)

/** With an app, which is asked for after the password. */
async function withApp(bed: Bed) {
  bed.pool.settings.MfaConfiguration = 'OPTIONAL'
  bed.jo.softwareToken = { secret: 'JBSWY3DPEHPK3PXP' }
}

const turnOn = (bed: Bed) => {
  bed.jo.mfa = { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' }
}

const answerApp = (bed: Bed, { Session }: { Session?: string | undefined }) =>
  bed.call('RespondToAuthChallenge', {
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session,
    ChallengeResponses: {
      USERNAME: 'jo',
      SOFTWARE_TOKEN_MFA_CODE: shown(bed.jo.softwareToken?.secret),
    },
  })

describe('the tokens of a pool that names its levels', () => {
  test('say which was reached, and how', async () => {
    const bed = await open()
    expect(claims(await start(bed, byPassword()))).toMatchObject({
      acr: 'urn:cognito:loa:1',
      amr: ['pwd'],
    })
    await withApp(bed)
    turnOn(bed)
    expect(claims(await answerApp(bed, await start(bed, byPassword())))).toMatchObject({
      acr: 'urn:cognito:loa:3',
      amr: ['pwd', 'otp', 'mfa'],
    })
  })

  test('say nothing elsewhere', async () => {
    const bed = await openChoice()
    expect(claims(await start(bed, byPassword()))).not.toHaveProperty('acr')
  })
})

describe('TARGET_ACR_VALUES', () => {
  test('offers what leads there, and no less', async () => {
    const bed = await open()
    const asked = await start(bed, by(undefined, { TARGET_ACR_VALUES: 'urn:example:code' }))
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP'])
  })

  test('falls back to what the person can reach, and ignores what it does not know', async () => {
    const bed = await open()
    const names = 'urn:cognito:loa:4 urn:unknown urn:cognito:loa:1'
    const asked = await start(bed, by(undefined, { TARGET_ACR_VALUES: names }))
    expect(asked.AvailableChallenges).toContain('PASSWORD')
  })

  test.each([
    [{ TARGET_ACR_VALUES: 'urn:unknown' }, 'InvalidParameterException'],
    [{ TARGET_ACR_VALUES: 'urn:cognito:loa:1', MAX_AGE: 'soon' }, 'InvalidParameterException'],
    [{ ACCESS_TOKEN: 'a.b.c' }, 'InvalidParameterException'],
    [{ TARGET_ACR_VALUES: 'urn:cognito:loa:4' }, 'NotAuthorizedException'],
    [{ TARGET_ACR_VALUES: 'urn:cognito:loa:1', ACCESS_TOKEN: 'a.b.c' }, 'NotAuthorizedException'],
  ])('refuses %j', async (given, type) => {
    const bed = await open()
    expect(await bed.refused('InitiateAuth', by(undefined, given))).toMatchObject({ type })
  })
})

describe('with an access token', () => {
  async function stepping(bed: Bed, target: string, given: Record<string, string> = {}) {
    const { AccessToken: ACCESS_TOKEN } = tokensOf(await start(bed, byPassword()))
    return (later: Record<string, string> = {}) =>
      start(bed, by(undefined, { TARGET_ACR_VALUES: target, ACCESS_TOKEN, ...given, ...later }))
  }

  test('only what is missing is asked for', async () => {
    const bed = await open()
    await withApp(bed)
    const again = await stepping(bed, 'urn:cognito:loa:3')
    turnOn(bed)
    const asked = await again()
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    expect(claims(await answerApp(bed, asked))).toMatchObject({ acr: 'urn:cognito:loa:3' })
  })

  test('nothing is, where it is enough and recent; everything, where it is too old', async () => {
    const bed = await open()
    const again = await stepping(bed, 'urn:cognito:loa:1', { MAX_AGE: '600' })
    const begun = Math.floor(Date.now() / 1000)
    vi.setSystemTime(Date.now() + 9 * MINUTE)
    expect(claims(await again())).toMatchObject({ auth_time: begun, amr: ['pwd'] })
    vi.setSystemTime(Date.now() + 2 * MINUTE)
    expect((await again()).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('it has to be of the same person', async () => {
    const bed = await open()
    await bed.addPerson('amy')
    const again = await stepping(bed, 'urn:cognito:loa:1')
    await expect(again({ USERNAME: 'amy' })).rejects.toThrow(/not issued for/)
  })
})
