import { describe, expect, test } from 'vitest'
import { enabledFactor, openContactPool } from '#local-cognito/test/support/factorPool.ts'
import { tokensOf } from '#local-cognito/test/support/testPool.ts'

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const undeliverable = (factor: string) =>
  invalid(`User does not have delivery config set to turn on ${factor}`)

describe('SetUserMFAPreference', () => {
  test('asks for the preferred factor of several; without one, offers the choice', async () => {
    const { testPool, AccessToken, prefer } = await openContactPool()
    const set = (settings: object) => testPool.call('SetUserMFAPreference', prefer(settings))
    await set({ SMSMfaSettings: enabledFactor(true), EmailMfaSettings: enabledFactor() })
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
      PreferredMfaSetting: 'SMS_MFA',
    })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('SMS_MFA')
    // Factors that are absent stay as they are.
    await set({ EmailMfaSettings: enabledFactor(true) })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('EMAIL_OTP')
    await set({ EmailMfaSettings: enabledFactor(false) })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('SELECT_MFA_TYPE')
    await set({ SMSMfaSettings: { Enabled: false } })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('EMAIL_OTP')
    expect(await testPool.call('GetUserAuthFactors', { AccessToken })).toMatchObject({
      UserMFASettingList: ['EMAIL_OTP'],
    })
    await set({ EmailMfaSettings: { Enabled: false } })
    tokensOf(await testPool.signInBySrp('jo'))
    expect(await testPool.call('GetUser', { AccessToken })).not.toHaveProperty(
      'PreferredMfaSetting',
    )
  })

  const apiErrors: [string, object, object][] = [
    [
      'an app that is not set up',
      { SoftwareTokenMfaSettings: enabledFactor() },
      undeliverable('SOFTWARE_TOKEN_MFA'),
    ],
    [
      'two preferred ones',
      { SMSMfaSettings: enabledFactor(true), EmailMfaSettings: enabledFactor(true) },
      invalid('Only one MFA method can be preferred.'),
    ],
  ]
  test.each(apiErrors)('refuses %s, and changes nothing', async (_, settings, apiError) => {
    const { testPool, AccessToken, prefer } = await openContactPool()
    const input = prefer({ SMSMfaSettings: enabledFactor(), ...settings })
    expect(await testPool.refused('SetUserMFAPreference', input)).toEqual(apiError)
    expect(await testPool.call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList')
  })

  test('refuses SMS without a number, and email that is the only recovery option', async () => {
    const { testPool, prefer } = await openContactPool()
    delete testPool.jo.attributes['phone_number']
    expect(
      await testPool.refused('SetUserMFAPreference', prefer({ SMSMfaSettings: enabledFactor() })),
    ).toEqual(undeliverable('SMS_MFA'))
    const RecoveryMechanisms = [{ Name: 'verified_email', Priority: 1 } as const]
    testPool.pool.settings.AccountRecoverySetting = { RecoveryMechanisms }
    expect(
      await testPool.refused('SetUserMFAPreference', prefer({ EmailMfaSettings: enabledFactor() })),
    ).toEqual(undeliverable('EMAIL_OTP'))
  })

  test('refuses to disable the last factor where the pool requires MFA', async () => {
    const { testPool, prefer } = await openContactPool('ON')
    await testPool.call('SetUserMFAPreference', prefer({ SMSMfaSettings: enabledFactor() }))
    const off = prefer({ SMSMfaSettings: { Enabled: false } })
    expect(await testPool.refused('SetUserMFAPreference', off)).toMatchObject({
      type: 'InvalidParameterException',
    })
    await testPool.call('SetUserMFAPreference', prefer({}))
    await testPool.call('SetUserMFAPreference', { ...off, EmailMfaSettings: enabledFactor() })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('EMAIL_OTP')
  })
})
