import type { Pool, User } from '#local-cognito/records.ts'
import { firstFactors, type FirstFactor } from './firstFactors.ts'
import { activeFactors } from './mfaFactors.ts'

/** How somebody proved who they are: values of the claim `amr` (RFC 8176, section 2). */
export type Amr = 'pwd' | 'otp' | 'swk' | 'user' | 'mfa'

/** What each way of signing in leaves in the claim. */
export const proofs = {
  password: ['pwd'],
  code: ['otp'],
  passkey: ['swk', 'user'],
  twoFactors: ['pwd', 'otp', 'mfa'],
} as const satisfies Record<string, readonly Amr[]>

/** The four levels of AWS. What reaches each is its own, and not told to us: see the README. */
export type Level = 1 | 2 | 3 | 4

const LEVELS: readonly Level[] = [1, 2, 3, 4]

export function levelOf(amr: readonly string[]): Level {
  if (amr.includes('swk')) return 4
  if (amr.includes('mfa')) return 3
  return amr.includes('otp') ? 2 : 1
}

/** What a pool calls a level. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AcrLevelConfigType.html */
export const nameOfLevel = (pool: Pool, level: Level): string =>
  pool.settings.AcrConfiguration?.[`Level${level}`]?.AcrValue ?? `urn:cognito:loa:${level}`

/** The levels that these names stand for, in their order; names of none are left out. */
export const levelsNamed = (pool: Pool, names: string): Level[] =>
  names.split(' ').flatMap((name) => LEVELS.filter((level) => nameOfLevel(pool, level) === name))

/** The level that beginning with a factor leads to. */
function reachOf(pool: Pool, user: User, factor: FirstFactor): Level {
  if (factor === 'WEB_AUTHN') return levelOf(proofs.passkey)
  if (factor === 'EMAIL_OTP' || factor === 'SMS_OTP') return levelOf(proofs.code)
  return levelOf(activeFactors(pool, user).length > 0 ? proofs.twoFactors : proofs.password)
}

/** The factors that lead at least so far. */
export const reaching = (pool: Pool, user: User, level: Level): FirstFactor[] =>
  firstFactors(pool, user).filter((factor) => reachOf(pool, user, factor) >= level)
