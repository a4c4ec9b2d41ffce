import { poolFactors } from '#local-cognito/pools/mfaConfig.ts'
import type { MfaFactor, Pool, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from './contacts.ts'

/** Where the code of a factor goes; an app makes its own. */
export const contactOfFactor = {
  SMS_MFA: 'phone_number',
  EMAIL_OTP: 'email',
} as const satisfies Partial<Record<MfaFactor, ContactAttribute>>

/**
 * Whether somebody could be asked for a factor. An address that is the pool's only way to recover an
 * account is no second factor: a thief of the mailbox would have both (developer guide, "Adding MFA").
 */
export function isUsable(pool: Pool, user: User, factor: MfaFactor): boolean {
  if (factor === 'SOFTWARE_TOKEN_MFA') return user.softwareToken !== undefined
  if (factor === 'EMAIL_OTP' && recoversByMailOnly(pool)) return false
  return user.attributes[contactOfFactor[factor]] !== undefined
}

/** What may be set up at sign-in by somebody who has nothing yet. */
export const factorsToSetUp = (pool: Pool, user: User): MfaFactor[] =>
  // Not a phone number: AWS lists SMS_MFA here, and then has no way to give one.
  poolFactors(pool).filter(
    (factor) =>
      factor === 'SOFTWARE_TOKEN_MFA' ||
      (factor === 'EMAIL_OTP' && !user.attributes['email'] && !recoversByMailOnly(pool)),
  )

function recoversByMailOnly(pool: Pool) {
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? []
  return mechanisms.length > 0 && mechanisms.every(({ Name }) => Name === 'verified_email')
}

/** What somebody switched on, where the pool has it. */
export const activeFactors = (pool: Pool, user: User): MfaFactor[] =>
  poolFactors(pool).filter(
    (factor) => user.mfa?.enabled.includes(factor) && isUsable(pool, user, factor),
  )

/**
 * What is asked of somebody after the password, one of these or which of these: what they switched
 * on; where that is nothing and the pool insists, one that needs no setting up.
 */
export function requiredFactors(pool: Pool, user: User): MfaFactor[] {
  const active = activeFactors(pool, user)
  if (active.length > 0 || pool.settings.MfaConfiguration !== 'ON') return active
  return poolFactors(pool)
    .filter((factor) => isUsable(pool, user, factor))
    .slice(0, 1)
}

/** Whether codes that follow the password go to an address. */
export const isMfaContact = (pool: Pool, user: User, contact: ContactAttribute): boolean =>
  requiredFactors(pool, user).some(
    (factor) => factor !== 'SOFTWARE_TOKEN_MFA' && contactOfFactor[factor] === contact,
  )
