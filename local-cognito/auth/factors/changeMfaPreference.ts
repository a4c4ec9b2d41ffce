import type {
  EmailMfaSettingsType,
  SetUserMFAPreferenceRequest,
  SMSMfaSettingsType,
  SoftwareTokenMfaSettingsType,
  WebAuthnMfaSettingsType,
} from '@aws-sdk/client-cognito-identity-provider'
import { allowsPasskeyMfa, hasPasskey } from '#local-cognito/auth/factors/passkeys.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { boolean, structure } from '#local-cognito/http/constraints.ts'
import type { MfaFactor, Pool, User } from '#local-cognito/records.ts'
import { activeFactors, isUsable } from '#local-cognito/users/mfaFactors.ts'
import {
  disableMfaFactor,
  enableMfaFactor,
  setPasskeyMfa,
} from '#local-cognito/users/mfaPreference.ts'

const factorSettings = { Enabled: boolean(), PreferredMfa: boolean() }

/** Members shared by SetUserMFAPreference and AdminSetUserMFAPreference. */
export const preferenceSettings = {
  SMSMfaSettings: structure<SMSMfaSettingsType>(factorSettings),
  SoftwareTokenMfaSettings: structure<SoftwareTokenMfaSettingsType>(factorSettings),
  EmailMfaSettings: structure<EmailMfaSettingsType>(factorSettings),
  WebAuthnMfaSettings: structure<WebAuthnMfaSettingsType>({ Enabled: boolean() }),
}

/**
 * Changes the given factors and leaves the others as they are. All or nothing.
 * @throws CognitoError for a factor that the user cannot use, or for none where one is required
 */
export function changeMfaPreference(
  pool: Pool,
  user: User,
  input: Omit<SetUserMFAPreferenceRequest, 'AccessToken'>,
) {
  const requested: [MfaFactor, SMSMfaSettingsType | undefined][] = [
    ['SMS_MFA', input.SMSMfaSettings],
    ['SOFTWARE_TOKEN_MFA', input.SoftwareTokenMfaSettings],
    ['EMAIL_OTP', input.EmailMfaSettings],
  ]
  if (requested.filter(([, wanted]) => wanted?.PreferredMfa).length > 1)
    throw invalidParameter('Only one MFA method can be preferred.')
  const after = structuredClone(user)
  for (const [factor, wanted] of requested) {
    if (!wanted) continue
    if (wanted.Enabled && !isUsable(pool, user, factor))
      throw invalidParameter(`User does not have delivery config set to turn on ${factor}`)
    if (wanted.Enabled) enableMfaFactor(after, factor, wanted.PreferredMfa)
    else disableMfaFactor(after, factor)
  }
  const passkeys = input.WebAuthnMfaSettings
  if (passkeys?.Enabled)
    checkPasskeyMfa(
      pool,
      user,
      requested.some(([, wanted]) => wanted?.Enabled),
    )
  if (passkeys) setPasskeyMfa(after, passkeys.Enabled === true)
  checkNotAlone(after)
  const isRequired = pool.settings.MfaConfiguration === 'ON'
  const isOffAsked = requested.some(([, wanted]) => wanted && !wanted.Enabled)
  if (isRequired && isOffAsked && activeFactors(pool, after).length === 0)
    throw invalidParameter('User must have at least one MFA method: the pool requires it.')
  if (after.mfa) user.mfa = after.mfa
}

const WANTS_ANOTHER = 'WebAuthn MFA requires enabling an additional MFA setting.'

/**
 * Checks that passkeys may count as MFA. The last two messages are as reported of the service, and
 * so is that another factor has to be in the same request, even if it is enabled already.
 * @param isAnotherAsked whether the request enables another factor
 * @throws CognitoError
 */
function checkPasskeyMfa(pool: Pool, user: User, isAnotherAsked: boolean) {
  if (!allowsPasskeyMfa(pool))
    throw invalidParameter('WebAuthn MFA is not enabled for the user pool.')
  if (!hasPasskey(pool, user))
    throw invalidParameter(
      'User does not have applicable WebAuthn credentials to enable WebAuthn MFA.',
    )
  if (!isAnotherAsked) throw invalidParameter(WANTS_ANOTHER)
}

/** @throws CognitoError where passkeys would be the only second factor (WebAuthnMfaSettingsType) */
function checkNotAlone({ mfa }: User) {
  if (mfa?.passkeys && mfa.enabled.length === 0) throw invalidParameter(WANTS_ANOTHER)
}
