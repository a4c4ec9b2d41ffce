import { poolFactors, recoversByEmailOnly } from '#local-cognito/pools/mfaConfig.ts'
import type { MfaFactor, Pool, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from './contacts.ts'

/** Contact that the code of a factor goes to; an authenticator app needs none. */
export const contactOfFactor = {
  SMS_MFA: 'phone_number',
  EMAIL_OTP: 'email',
} as const satisfies Partial<Record<MfaFactor, ContactAttribute>>

/**
 * Tells whether a user can use a factor. An email address that is also the only recovery option is
 * not a second factor: access to the mailbox would be both (developer guide, "Adding MFA").
 */
export function isUsable(pool: Pool, user: User, factor: MfaFactor): boolean {
  if (factor === 'SOFTWARE_TOKEN_MFA') return user.softwareToken !== undefined
  if (factor === 'EMAIL_OTP' && recoversByEmailOnly(pool.settings)) return false
  return user.attributes[contactOfFactor[factor]] !== undefined
}

/** Factors that a user without any can set up at sign-in. */
export const factorsToSetUp = (pool: Pool, user: User): MfaFactor[] =>
  // Without SMS: AWS lists SMS_MFA here, but has no way to set up a phone number.
  poolFactors(pool).filter(
    (factor) =>
      factor === 'SOFTWARE_TOKEN_MFA' ||
      (factor === 'EMAIL_OTP' && !user.attributes['email'] && !recoversByEmailOnly(pool.settings)),
  )

/** Factors that the user enabled, as far as the pool has them. */
export const activeFactors = (pool: Pool, user: User): MfaFactor[] =>
  poolFactors(pool).filter(
    (factor) => user.mfa?.enabled.includes(factor) && isUsable(pool, user, factor),
  )

/**
 * Second factors that a sign-in requires, any of these: those that the user enabled; without any,
 * and where the pool requires MFA, one that needs no setting up.
 */
export function requiredFactors(pool: Pool, user: User): MfaFactor[] {
  const active = activeFactors(pool, user)
  if (active.length > 0 || pool.settings.MfaConfiguration !== 'ON') return active
  return poolFactors(pool)
    .filter((factor) => isUsable(pool, user, factor))
    .slice(0, 1)
}

/** Tells whether MFA codes go to this contact. */
export const isMfaContact = (pool: Pool, user: User, contact: ContactAttribute): boolean =>
  requiredFactors(pool, user).some(
    (factor) => factor !== 'SOFTWARE_TOKEN_MFA' && contactOfFactor[factor] === contact,
  )
