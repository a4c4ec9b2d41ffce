import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addApp, enabledFactor } from '#local-cognito/test/support/factorPool.ts'
import { openPasskeyPool, type PasskeyPool } from '#local-cognito/test/support/passkeyPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const BOTH = {
  SoftwareTokenMfaSettings: enabledFactor(true),
  WebAuthnMfaSettings: { Enabled: true },
}
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const ALONE = invalid('WebAuthn MFA requires enabling an additional MFA setting.')

/** A pool where passkeys can count as MFA, and jo with an app and a passkey. */
async function openBoth() {
  const one = await openPasskeyPool({ FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' })
  one.testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  await addApp(one.testPool, one.AccessToken, (later) => vi.advanceTimersByTime(later))
  const id = await one.add()
  return { ...one, id }
}

const prefer = ({ testPool, AccessToken }: PasskeyPool, settings: object) =>
  testPool.call('SetUserMFAPreference', { AccessToken, ...settings })

const refused = ({ testPool, AccessToken }: PasskeyPool, settings: object) =>
  testPool.refused('SetUserMFAPreference', { AccessToken, ...settings })

const listed = async ({ testPool, AccessToken }: PasskeyPool) => {
  const { UserMFASettingList, PreferredMfaSetting } = await testPool.call('GetUserAuthFactors', {
    AccessToken,
  })
  return { UserMFASettingList, PreferredMfaSetting }
}

describe('passkeys as MFA', () => {
  test('work beside another factor, until disabled', async () => {
    const one = await openBoth()
    await prefer(one, BOTH)
    expect(await listed(one)).toEqual({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    expect(await one.testPool.call('GetUser', { AccessToken: one.AccessToken })).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'],
    })
    // Factors that are absent stay as they are.
    await prefer(one, { SoftwareTokenMfaSettings: enabledFactor(false) })
    expect((await listed(one)).UserMFASettingList).toContain('WEB_AUTHN_MFA')
    const off = { Enabled: false }
    expect(await refused(one, { SoftwareTokenMfaSettings: off })).toEqual(ALONE)
    await prefer(one, { SoftwareTokenMfaSettings: off, WebAuthnMfaSettings: off })
    expect(await listed(one)).toEqual({})
  })

  test('require another factor in the same request, even if one is enabled', async () => {
    const one = await openBoth()
    await prefer(one, { SoftwareTokenMfaSettings: enabledFactor() })
    expect(await refused(one, { WebAuthnMfaSettings: { Enabled: true } })).toEqual(ALONE)
  })

  test('require a passkey', async () => {
    const one = await openBoth()
    const { testPool, AccessToken, id } = one
    await testPool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: id })
    expect(await refused(one, BOTH)).toEqual(
      invalid('User does not have applicable WebAuthn credentials to enable WebAuthn MFA.'),
    )
    expect(await listed(one)).toEqual({})
  })

  test("require the pool's setting", async () => {
    const one = await openBoth()
    one.testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    expect(await refused(one, BOTH)).toEqual(
      invalid('WebAuthn MFA is not enabled for the user pool.'),
    )
  })
})
