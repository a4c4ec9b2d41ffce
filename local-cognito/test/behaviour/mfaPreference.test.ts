import { describe, expect, test } from 'vitest'
import { tokensOf } from '#local-cognito/test/support/testPool.ts'
import { on, openContacts } from '#local-cognito/test/support/factorPool.ts'

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const undeliverable = (factor: string) =>
  invalid(`User does not have delivery config set to turn on ${factor}`)

describe('SetUserMFAPreference', () => {
  test('asks for the preferred factor of several; without one, offers the choice', async () => {
    const { testPool, AccessToken, prefer } = await openContacts()
    const set = (settings: object) => testPool.call('SetUserMFAPreference', prefer(settings))
    await set({ SMSMfaSettings: on(true), EmailMfaSettings: on() })
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SMS_MFA', 'EMAIL_OTP'],
      PreferredMfaSetting: 'SMS_MFA',
    })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('SMS_MFA')
    // Factors that are absent stay as they are.
    await set({ EmailMfaSettings: on(true) })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('EMAIL_OTP')
    await set({ EmailMfaSettings: on(false) })
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

  const refusals: [string, object, object][] = [
    [
      'an app that is not set up',
      { SoftwareTokenMfaSettings: on() },
      undeliverable('SOFTWARE_TOKEN_MFA'),
    ],
    [
      'two preferred ones',
      { SMSMfaSettings: on(true), EmailMfaSettings: on(true) },
      invalid('Only one MFA method can be preferred.'),
    ],
  ]
  test.each(refusals)('refuses %s, and changes nothing', async (_, settings, refusal) => {
    const { testPool, AccessToken, prefer } = await openContacts()
    const input = prefer({ SMSMfaSettings: on(), ...settings })
    expect(await testPool.refused('SetUserMFAPreference', input)).toEqual(refusal)
    expect(await testPool.call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList')
  })

  test('refuses SMS without a number, and email that is the only recovery option', async () => {
    const { testPool, prefer } = await openContacts()
    delete testPool.jo.attributes['phone_number']
    expect(
      await testPool.refused('SetUserMFAPreference', prefer({ SMSMfaSettings: on() })),
    ).toEqual(undeliverable('SMS_MFA'))
    const RecoveryMechanisms = [{ Name: 'verified_email', Priority: 1 } as const]
    testPool.pool.settings.AccountRecoverySetting = { RecoveryMechanisms }
    expect(
      await testPool.refused('SetUserMFAPreference', prefer({ EmailMfaSettings: on() })),
    ).toEqual(undeliverable('EMAIL_OTP'))
  })

  test('refuses to disable the last factor where the pool requires MFA', async () => {
    const { testPool, prefer } = await openContacts('ON')
    await testPool.call('SetUserMFAPreference', prefer({ SMSMfaSettings: on() }))
    const off = prefer({ SMSMfaSettings: { Enabled: false } })
    expect(await testPool.refused('SetUserMFAPreference', off)).toMatchObject({
      type: 'InvalidParameterException',
    })
    await testPool.call('SetUserMFAPreference', prefer({}))
    await testPool.call('SetUserMFAPreference', { ...off, EmailMfaSettings: on() })
    expect((await testPool.signInBySrp('jo')).ChallengeName).toBe('EMAIL_OTP')
  })
})
