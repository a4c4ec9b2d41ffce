import { nameOfLevel } from '#local-cognito/pools/acr.ts'
import type { Level, Pool } from '#local-cognito/records.ts'
import type { Assurance, SignInProgress, AuthMethod } from '#local-cognito/signInRecords.ts'

// Developer guide, "Authentication levels with ACR and AMR claims":
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

/** What reaches each level: any of these, all of it. The same in every pool. */
const REACHES: Readonly<Record<Level, readonly (readonly AuthMethod[])[]>> = {
  1: [['pwd']],
  2: [['sms'], ['email_otp']],
  3: [['swk'], ['hwk'], ['pwd', 'sms'], ['pwd', 'email_otp']],
  4: [['pwd', 'otp']],
}

const LEVELS = [4, 3, 2, 1] as const satisfies Level[]

/** What leads at least so far. */
export const methodsReaching = (target: Level) =>
  LEVELS.filter((level) => level >= target).flatMap((level) => REACHES[level])

/** The highest level that is wholly reached; 0 for none. */
export const levelOf = (methods: readonly AuthMethod[]): Level | 0 =>
  LEVELS.find((level) =>
    REACHES[level].some((combination) => combination.every((each) => methods.includes(each))),
  ) ?? 0

/** A sign-in one proof further, where it is to reach a level. */
export function withMethod(
  { deviceKey, stepUp }: SignInProgress,
  method: AuthMethod,
): SignInProgress {
  const { target, methods } = stepUp ?? {}
  if (!target || !methods || methods.includes(method)) return { deviceKey, stepUp }
  return { deviceKey, stepUp: { target, methods: [...methods, method] } }
}

/** What tokens say of it. Who was let in by a device that they had proved before has a level, too. */
export const assuranceOf = (pool: Pool, methods: AuthMethod[]): Assurance => ({
  acr: nameOfLevel(pool, levelOf(methods) || 1),
  amr: methods.length > 1 ? [...methods, 'mfa'] : methods,
})

const METHODS: readonly AuthMethod[] = ['pwd', 'otp', 'sms', 'email_otp', 'swk', 'hwk']

/** What of a token's `amr` counts. */
export const methodsIn = ({ amr }: Assurance): AuthMethod[] =>
  METHODS.filter((method) => amr.includes(method))
