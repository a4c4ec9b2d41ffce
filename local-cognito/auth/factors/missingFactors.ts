import type { MfaFactor, Pool, User } from '#local-cognito/records.ts'
import type { AuthMethod, StepUp } from '#local-cognito/signInRecords.ts'
import { requiredFactors } from '#local-cognito/users/mfaFactors.ts'
import { combinationsReaching, levelOf } from './assurance.ts'
import { type FirstFactor, firstFactors } from './firstFactors.ts'
import { countsAsMfa } from './passkeys.ts'

/** Factors that may be asked for next; both lists are empty once the level is reached. */
export interface MissingFactors {
  first: FirstFactor[]
  /** Offered only after the password. */
  second: MfaFactor[]
}

const METHOD_OF_FIRST = {
  PASSWORD_SRP: 'pwd',
  PASSWORD: 'pwd',
  EMAIL_OTP: 'email_otp',
  SMS_OTP: 'sms',
  // `hwk` or `swk` is known only once the passkey is used.
  WEB_AUTHN: 'swk',
} as const satisfies Record<FirstFactor, AuthMethod>

const METHOD_OF_SECOND = {
  SOFTWARE_TOKEN_MFA: 'otp',
  SMS_MFA: 'sms',
  EMAIL_OTP: 'email_otp',
} as const satisfies Record<MfaFactor, AuthMethod>

/**
 * Finds the factors a user still needs to reach a level, given the methods already used. Users are
 * never asked to set up a factor for it. Of several combinations, supersets of another are ignored.
 * @returns undefined where the user cannot reach the level
 */
export function missingFactors(
  pool: Pool,
  user: User,
  { target, methods }: StepUp,
): MissingFactors | undefined {
  if (levelOf(methods) >= target) return { first: [], second: [] }
  const firsts = firstFactors(pool, user).filter(
    (factor) => METHOD_OF_FIRST[factor] !== 'pwd' || user.verifier !== undefined,
  )
  const seconds = requiredFactors(pool, user)
  const isAvailable = (combination: readonly AuthMethod[], method: AuthMethod) =>
    methods.includes(method) ||
    firsts.some((factor) => METHOD_OF_FIRST[factor] === method) ||
    (combination.includes('pwd') && seconds.some((factor) => METHOD_OF_SECOND[factor] === method))
  const reachable = combinationsReaching(target).filter((combination) =>
    combination.every((method) => isAvailable(combination, method)),
  )
  const shortest = reachable.filter(
    (combination) =>
      !reachable.some(
        (other) => other.length < combination.length && other.every(included(combination)),
      ),
  )
  if (shortest.length === 0) return undefined
  const missing = shortest.map((combination) =>
    combination.filter((method) => !methods.includes(method)),
  )
  // The password comes before the factors that follow it.
  const next = missing.flatMap((rest) => (rest.includes('pwd') ? ['pwd' as const] : rest))
  return {
    first: firsts.filter((factor) => next.includes(METHOD_OF_FIRST[factor])),
    second: methods.includes('pwd')
      ? seconds.filter((factor) => next.includes(METHOD_OF_SECOND[factor]))
      : [],
  }
}

const included = (combination: readonly AuthMethod[]) => (method: AuthMethod) =>
  combination.includes(method)

/** Tells whether these methods satisfy a pool or user that requires MFA at every sign-in. */
export function meetsMfaRequirement(
  pool: Pool,
  user: User,
  methods: readonly AuthMethod[],
): boolean {
  const isAsked = pool.settings.MfaConfiguration === 'ON' || requiredFactors(pool, user).length > 0
  if (!isAsked || levelOf(methods) === 4) return true
  const byPasskey = methods.includes('swk') || methods.includes('hwk')
  return byPasskey ? countsAsMfa(pool, user) : levelOf(methods) === 3
}
