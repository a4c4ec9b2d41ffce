import type { Pool, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import { activeFactors } from '#local-cognito/users/mfaFactors.ts'
import { countsAsMfa, hasPasskey } from './passkeys.ts'

/** Factors that USER_AUTH can start with, in the order in which AWS lists them. */
const FIRST_FACTORS = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const

export type FirstFactor = (typeof FIRST_FACTORS)[number]

export const isFirstFactor = (name: string): name is FirstFactor =>
  FIRST_FACTORS.some((factor) => factor === name)

const PASSWORDS: FirstFactor[] = ['PASSWORD_SRP', 'PASSWORD']

/**
 * First factors available to a user: enabled in the pool, and set up. Only a password may start the
 * sign-in where a second factor follows, or where the password has to be changed (developer guide,
 * "Authentication flows"; the latter as captured). A user with no factor at all is offered a
 * password, which never matches.
 */
export function firstFactors(pool: Pool, user: User): FirstFactor[] {
  const owned = FIRST_FACTORS.filter((factor) => isAllowed(pool, factor) && has(pool, user, factor))
  const usable = owned.filter(
    (factor) => PASSWORDS.includes(factor) || isSufficient(pool, user, factor),
  )
  return usable.length > 0 ? usable : PASSWORDS
}

/**
 * Tells whether a factor other than a password can complete the sign-in: no second factor ever
 * follows it.
 */
function isSufficient(pool: Pool, user: User, factor: FirstFactor) {
  if (user.status !== 'CONFIRMED') return false
  return !needsSecondFactor(pool, user) || (factor === 'WEB_AUTHN' && countsAsMfa(pool, user))
}

export const needsSecondFactor = (pool: Pool, user: User) =>
  pool.settings.MfaConfiguration === 'ON' || activeFactors(pool, user).length > 0

/** `PASSWORD` in the pool's list allows both PASSWORD and PASSWORD_SRP. */
function isAllowed(pool: Pool, factor: FirstFactor) {
  const allowed = pool.settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']
  return allowed.some((name) => name === (factor === 'PASSWORD_SRP' ? 'PASSWORD' : factor))
}

function has(pool: Pool, user: User, factor: FirstFactor): boolean {
  switch (factor) {
    case 'PASSWORD_SRP':
    case 'PASSWORD':
      return user.verifier !== undefined
    case 'EMAIL_OTP':
      return isVerified(user, 'email')
    case 'SMS_OTP':
      return isVerified(user, 'phone_number')
    case 'WEB_AUTHN':
      return hasPasskey(pool, user)
  }
}

const isVerified = ({ attributes }: User, contact: ContactAttribute) =>
  attributes[contact] !== undefined && attributes[`${contact}_verified`] === 'true'
