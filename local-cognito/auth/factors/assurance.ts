import { nameOfLevel } from '#local-cognito/pools/acr.ts'
import type { Level, Pool } from '#local-cognito/records.ts'
import type { Assurance, AuthMethod, SignInProgress } from '#local-cognito/signInRecords.ts'

// Developer guide, "Authentication levels with ACR and AMR claims":
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

/** Combinations of authentication methods that reach each level, in every pool alike. */
const COMBINATIONS: Readonly<Record<Level, readonly (readonly AuthMethod[])[]>> = {
  1: [['pwd']],
  2: [['sms'], ['email_otp']],
  3: [['swk'], ['hwk'], ['pwd', 'sms'], ['pwd', 'email_otp']],
  4: [['pwd', 'otp']],
}

const LEVELS = [4, 3, 2, 1] as const satisfies Level[]

/** Combinations that reach this level or a higher one. */
export const combinationsReaching = (target: Level) =>
  LEVELS.filter((level) => level >= target).flatMap((level) => COMBINATIONS[level])

/** Highest level that these methods reach; 0 for none. */
export const levelOf = (methods: readonly AuthMethod[]): Level | 0 =>
  LEVELS.find((level) =>
    COMBINATIONS[level].some((combination) => combination.every((each) => methods.includes(each))),
  ) ?? 0

/** Adds a method to a sign-in that is to reach a level; others are not tracked. */
export function withMethod(
  { deviceKey, stepUp }: SignInProgress,
  method: AuthMethod,
): SignInProgress {
  if (!stepUp || stepUp.methods.includes(method)) return { deviceKey, stepUp }
  return { deviceKey, stepUp: { ...stepUp, methods: [...stepUp.methods, method] } }
}

/**
 * Builds the `acr` and `amr` of tokens. A sign-in whose second factor was a remembered device has
 * at least level 1.
 */
export const assuranceOf = (pool: Pool, methods: AuthMethod[]): Assurance => ({
  acr: nameOfLevel(pool, levelOf(methods) || 1),
  amr: methods.length > 1 ? [...methods, 'mfa'] : methods,
})

const METHODS: readonly AuthMethod[] = ['pwd', 'otp', 'sms', 'email_otp', 'swk', 'hwk']

/** Reads the methods out of the `amr` claim; other values, such as `mfa`, do not count. */
export const methodsIn = ({ amr }: Assurance): AuthMethod[] =>
  METHODS.filter((method) => amr.includes(method))
