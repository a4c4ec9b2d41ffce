import type { MfaFactor, User } from '#local-cognito/records.ts'

/**
 * From now on somebody is asked for this factor.
 * @param preferred whether it is asked for first; undefined leaves that as it is
 */
export function switchOn(user: User, factor: MfaFactor, preferred?: boolean) {
  const { enabled = [], preferred: before } = user.mfa ?? {}
  const kept = preferred === false && before === factor ? undefined : before
  const first = preferred ? factor : kept
  user.mfa = {
    enabled: [...enabled.filter((other) => other !== factor), factor],
    ...(first !== undefined && { preferred: first }),
  }
}

export function switchOff(user: User, factor: MfaFactor) {
  const { enabled = [], preferred } = user.mfa ?? {}
  user.mfa = {
    enabled: enabled.filter((other) => other !== factor),
    ...(preferred !== undefined && preferred !== factor && { preferred }),
  }
}

/** What GetUser and GetUserAuthFactors tell of it; nothing, where nothing is on. */
export function describeMfaOf({ mfa }: User) {
  if (!mfa || mfa.enabled.length === 0) return {}
  return {
    UserMFASettingList: mfa.enabled,
    ...(mfa.preferred !== undefined && { PreferredMfaSetting: mfa.preferred }),
  }
}
