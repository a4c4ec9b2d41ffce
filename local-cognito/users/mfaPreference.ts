import type { MfaFactor, User } from '#local-cognito/records.ts'

/**
 * From now on somebody is asked for this factor.
 * @param preferred whether it is asked for first; undefined leaves that as it is
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

/** Whether somebody's passkeys count as two factors. They are asked for first, or not at all. */
export function setPasskeyMfa(user: User, passkeys: boolean) {
  user.mfa = { enabled: [], ...user.mfa, passkeys }
}

/** What GetUser and GetUserAuthFactors tell of it; nothing, where nothing is on. */
export function describeMfaPreference({ mfa }: User) {
  if (!mfa) return {}
  // As reported of the service; the SDK's documentation does not name this value.
  const all = [...mfa.enabled, ...(mfa.passkeys ? (['WEB_AUTHN_MFA'] as const) : [])]
  if (all.length === 0) return {}
  return {
    UserMFASettingList: all,
    ...(mfa.preferred !== undefined && { PreferredMfaSetting: mfa.preferred }),
  }
}
