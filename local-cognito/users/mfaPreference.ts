import type { MfaFactor, User } from '#local-cognito/records.ts'

/**
 * Enables a second factor.
 * @param preferred whether it becomes the preferred one; undefined leaves that as it is
 */
export function enableMfaFactor(user: User, factor: MfaFactor, preferred?: boolean) {
  const { enabled = [], preferred: before, ...rest } = user.mfa ?? {}
  const kept = preferred === false && before === factor ? undefined : before
  const first = preferred ? factor : kept
  user.mfa = {
    ...rest,
    enabled: [...enabled.filter((other) => other !== factor), factor],
    ...(first !== undefined && { preferred: first }),
  }
}

export function disableMfaFactor(user: User, factor: MfaFactor) {
  const { enabled = [], preferred, ...rest } = user.mfa ?? {}
  user.mfa = {
    ...rest,
    enabled: enabled.filter((other) => other !== factor),
    ...(preferred !== undefined && preferred !== factor && { preferred }),
  }
}

/**
 * Sets whether passkeys count as MFA. A passkey is a first factor, so it cannot be the preferred
 * second one.
 */
export function setPasskeyMfa(user: User, passkeys: boolean) {
  user.mfa = { enabled: [], ...user.mfa, passkeys }
}

/**
 * Formats the MFA settings for GetUser and GetUserAuthFactors; no members where nothing is enabled.
 */
export function describeMfaPreference({ mfa }: User) {
  if (!mfa) return {}
  // As reported of the service; the SDK's documentation does not list this value.
  const all = [...mfa.enabled, ...(mfa.passkeys ? (['WEB_AUTHN_MFA'] as const) : [])]
  if (all.length === 0) return {}
  return {
    UserMFASettingList: all,
    ...(mfa.preferred !== undefined && { PreferredMfaSetting: mfa.preferred }),
  }
}
