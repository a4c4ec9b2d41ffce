import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { normalizeName } from './users.ts'

const SECOND = 1000
const HOUR = 60 * 60 * SECOND

/** Longest lockout, and the time after which failures are forgotten. */
const LONGEST = 900 * SECOND

/**
 * Attempts a user may make per hour (developer guide, "Quotas in Amazon Cognito"). ForgotPassword
 * and ConfirmForgotPassword share "5 to 20", depending on risk: here 5 codes and 20 attempts in
 * all.
 */
const PER_HOUR = {
  ForgotPassword: 5,
  recovery: 20,
  ResendConfirmationCode: 5,
  ConfirmSignUp: 15,
  ChangePassword: 5,
  GetUserAttributeVerificationCode: 5,
  VerifyUserAttribute: 15,
} as const

/**
 * Counts an attempt, right or wrong, also for unknown usernames.
 * @throws CognitoError `LimitExceededException` when the hour's attempts are used up
 */
export function countAttempt(
  { store, now }: Cognito,
  pool: Pool,
  name: string,
  action: keyof typeof PER_HOUR,
) {
  const key = `${inPool(pool.id, normalizeName(pool, name))}/${action}`
  const recent = (store.attempts.get(key) ?? []).filter((at) => at > now() - HOUR)
  if (recent.length >= PER_HOUR[action])
    throw new CognitoError(
      'LimitExceededException',
      'Attempt limit exceeded, please try after some time.',
    )
  store.attempts.set(key, [...recent, now()])
}

/**
 * Five failures lock sign-in for a second, each further one for twice as long, up to 15 minutes.
 * Attempts during a lockout are refused even with the right password, and do not extend it.
 * @throws CognitoError while locked
 */
export function checkLockout({ store, now }: Cognito, pool: Pool, name: string) {
  const lockout = store.lockouts.get(inPool(pool.id, normalizeName(pool, name)))
  if (!lockout || lockout.failures < 5) return
  const duration = Math.min(2 ** (lockout.failures - 5) * SECOND, LONGEST)
  if (now() < lockout.lastFailureAt + duration) throw notAuthorized('Password attempts exceeded')
}

export function countFailure({ store, now }: Cognito, pool: Pool, name: string) {
  const key = inPool(pool.id, normalizeName(pool, name))
  const before = store.lockouts.get(key)
  const failures = before && now() < before.lastFailureAt + LONGEST ? before.failures : 0
  store.lockouts.set(key, { failures: failures + 1, lastFailureAt: now() })
}

export const clearFailures = ({ store }: Cognito, pool: Pool, name: string) =>
  store.lockouts.delete(inPool(pool.id, normalizeName(pool, name)))

/** Deletes all counters of a user, including those of second factors and devices. */
export function deleteAttempts(store: Store, user: User) {
  const name = inPool(user.poolId, user.username)
  for (const key of store.lockouts.keys())
    // Those have keys such as `NAME mfa`; no username contains a space.
    if (key.split(' ', 1)[0] === name) store.lockouts.delete(key)
  for (const action of Object.keys(PER_HOUR)) store.attempts.delete(`${name}/${action}`)
}
