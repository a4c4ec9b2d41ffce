import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { makeVerifier, matchesVerifier } from '#local-cognito/srp/verifier.ts'

const DAY = 24 * 60 * 60 * 1000

/** Tells whether this is the user's password. Never true for users without one. */
export const hasPassword = async (user: User, password: string) =>
  user.verifier !== undefined && (await matchesVerifier(user.verifier, user, password))

/**
 * Sets a password, and keeps earlier ones up to the pool's history size. A temporary one has to be
 * changed at the next sign-in, within the pool's validity period.
 */
export async function setPassword(
  pool: Pool,
  user: User,
  password: string,
  { now, temporary = false }: { now: number; temporary?: boolean },
) {
  if (user.verifier)
    user.passwordHistory = [user.verifier, ...user.passwordHistory].slice(0, historySize(pool))
  user.verifier = await makeVerifier(user, password)
  user.modifiedAt = now
  if (temporary) user.temporarySince = now
  else delete user.temporarySince
}

/** @throws CognitoError when the password is among the user's last few, the present one included */
export async function checkHistory(pool: Pool, user: User, password: string) {
  const used = user.verifier ? [user.verifier, ...user.passwordHistory] : user.passwordHistory
  for (const verifier of used.slice(0, historySize(pool)))
    if (await matchesVerifier(verifier, user, password))
      throw new CognitoError(
        'PasswordHistoryPolicyViolationException',
        'Password has previously been used',
      )
}

/** Tells whether the temporary password has expired. */
export const isTemporaryExpired = (pool: Pool, user: User, now: number) =>
  user.temporarySince !== undefined &&
  now > user.temporarySince + (policy(pool).TemporaryPasswordValidityDays ?? 7) * DAY

const policy = (pool: Pool) => pool.settings.Policies?.PasswordPolicy ?? {}

const historySize = (pool: Pool) => policy(pool).PasswordHistorySize ?? 0
