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
  const fixture = await openPasskeyPool({
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  })
  fixture.testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  await addApp(fixture.testPool, fixture.AccessToken, (later) => vi.advanceTimersByTime(later))
  const id = await fixture.add()
  return { ...fixture, id }
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
    const fixture = await openBoth()
    await prefer(fixture, BOTH)
    expect(await listed(fixture)).toEqual({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    expect(
      await fixture.testPool.call('GetUser', { AccessToken: fixture.AccessToken }),
    ).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'],
    })
    // Factors that are absent stay as they are.
    await prefer(fixture, { SoftwareTokenMfaSettings: enabledFactor(false) })
    expect((await listed(fixture)).UserMFASettingList).toContain('WEB_AUTHN_MFA')
    const off = { Enabled: false }
    expect(await refused(fixture, { SoftwareTokenMfaSettings: off })).toEqual(ALONE)
    await prefer(fixture, { SoftwareTokenMfaSettings: off, WebAuthnMfaSettings: off })
    expect(await listed(fixture)).toEqual({})
  })

  test('require another factor in the same request, even if one is enabled', async () => {
    const fixture = await openBoth()
    await prefer(fixture, { SoftwareTokenMfaSettings: enabledFactor() })
    expect(await refused(fixture, { WebAuthnMfaSettings: { Enabled: true } })).toEqual(ALONE)
  })

  test('require a passkey', async () => {
    const fixture = await openBoth()
    const { testPool, AccessToken, id } = fixture
    await testPool.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: id })
    expect(await refused(fixture, BOTH)).toEqual(
      invalid('User does not have applicable WebAuthn credentials to enable WebAuthn MFA.'),
    )
    expect(await listed(fixture)).toEqual({})
  })

  test("require the pool's setting", async () => {
    const fixture = await openBoth()
    fixture.testPool.pool.mfa.WebAuthnConfiguration = { RelyingPartyId: 'localhost' }
    expect(await refused(fixture, BOTH)).toEqual(
      invalid('WebAuthn MFA is not enabled for the user pool.'),
    )
  })
})
