import type { SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { CallCognito } from '#vault/cognito/actions.ts'
import type { MfaChange, SecondFactor } from '#vault/protocol/commands.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'
import type { PasskeyMfaOptOuts } from './passkeyMfaOptOuts.ts'

const settingNames = {
  SOFTWARE_TOKEN_MFA: 'SoftwareTokenMfaSettings',
  EMAIL_OTP: 'EmailMfaSettings',
  SMS_MFA: 'SMSMfaSettings',
} as const satisfies Record<SecondFactor, string>

const secondFactors = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA'] as const

interface MfaPreferenceDeps {
  call: CallCognito
  config: VaultConfig
  sessionManager: SessionManager
  optOuts: PasskeyMfaOptOuts
}

/** The settings that a user has. */
interface Present {
  factors: SecondFactor[]
  preferred: string | undefined
  passkeyMfa: boolean
  /** Whether the account has a passkey, as far as the list of factors says. */
  hasPasskey: boolean
}

/**
 * Makes the function that changes the second factors of a user. It always sends the whole: every factor that is on,
 * and whether passkeys count as one. Without the latter, a user with a second factor "is refused a passkey sign-in
 * outright": the pool's `FactorConfiguration` is only half of it.
 *
 * - https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnMfaSettingsType.html
 * - Measured by others: Cognito takes `WebAuthnMfaSettings` only beside another factor in the same request, even if
 *   that is on already.
 */
export function createMfaPreference({ call, config, sessionManager, optOuts }: MfaPreferenceDeps) {
  const { passkeys, passkeyMfa: isAllowed } = config.signIn

  const asUser = <Result>(userId: string, use: (AccessToken: string) => Promise<Result>) =>
    sessionManager.withAccessToken(userId, use)

  async function readPresent(userId: string): Promise<Present> {
    const { ConfiguredUserAuthFactors, UserMFASettingList, PreferredMfaSetting } = await asUser(
      userId,
      (AccessToken) => call('GetUserAuthFactors', { AccessToken }),
    )
    const names: readonly string[] = UserMFASettingList ?? []
    return {
      factors: secondFactors.filter((factor) => names.includes(factor)),
      preferred: PreferredMfaSetting,
      passkeyMfa: names.includes('WEB_AUTHN_MFA'),
      hasPasskey: ConfiguredUserAuthFactors?.includes('WEB_AUTHN') ?? false,
    }
  }

  /** Asks for the passkeys, too: Cognito may not list them as a factor while it does not accept them. */
  async function hasPasskey(userId: string, present: Present): Promise<boolean> {
    if (present.hasPasskey) return true
    try {
      const { Credentials = [] } = await asUser(userId, (AccessToken) =>
        call('ListWebAuthnCredentials', { AccessToken, MaxResults: 1 }),
      )
      return Credentials.length > 0
    } catch (error) {
      if (error instanceof VaultError) return false
      throw error
    }
  }

  async function wantsPasskeyMfa(userId: string, present: Present, after: SecondFactor[]) {
    if (!passkeys || isAllowed === false || after.length === 0) return false
    return !(await optOuts.has(userId)) && (await hasPasskey(userId, present))
  }

  /**
   * @param change nothing to bring only the passkeys in line with the second factors.
   * @throws VaultError `invalidInput` if the pool or the user's attributes do not allow it; `misconfigured` if the
   *   pool does not offer the factor, or does not let passkeys count as one.
   */
  return async function setMfaPreference(userId: string, change: MfaChange): Promise<void> {
    const present = await readPresent(userId)
    const { factor, enabled = false } = change
    const isPasskeyChange = factor === 'WEB_AUTHN_MFA'
    const after = secondFactors.filter((one) =>
      one === factor ? enabled : present.factors.includes(one),
    )
    const passkeyMfa = isPasskeyChange ? enabled : await wantsPasskeyMfa(userId, present, after)
    if (factor === undefined && passkeyMfa === present.passkeyMfa) return
    const isFirst = present.factors.length === 0
    const preferred = enabled && (change.preferred ?? isFirst) ? factor : present.preferred
    const settings: Omit<SetUserMFAPreferenceRequest, 'AccessToken'> = {}
    for (const one of secondFactors) {
      const isOn = after.includes(one)
      if (isOn || one === factor)
        settings[settingNames[one]] = { Enabled: isOn, PreferredMfa: isOn && one === preferred }
    }
    const send = (webAuthn: Omit<SetUserMFAPreferenceRequest, 'AccessToken'>) =>
      asUser(userId, (AccessToken) =>
        call('SetUserMFAPreference', { AccessToken, ...settings, ...webAuthn }),
      )
    try {
      const isChanged = passkeyMfa || present.passkeyMfa
      await send(isChanged ? { WebAuthnMfaSettings: { Enabled: passkeyMfa } } : {})
    } catch (error) {
      // The pool does not allow it, or the passkeys are of another relying party.
      if (isPasskeyChange || !passkeyMfa || !isPasskeyRefusal(error)) throw error
      if (factor !== undefined) await send({})
    }
    if (isPasskeyChange) await optOuts.set(userId, !enabled)
  }
}

function isPasskeyRefusal(error: unknown): boolean {
  return (
    exceptionType(error) === 'InvalidParameterException' &&
    error instanceof VaultError &&
    /WebAuthn/i.test(error.message)
  )
}
