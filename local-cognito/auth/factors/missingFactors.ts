import type { MfaFactor, Pool, User } from '#local-cognito/records.ts'
import type { Proof, StepUp } from '#local-cognito/signInRecords.ts'
import { firstFactors, type FirstFactor } from './firstFactors.ts'
import { levelOf, waysTo } from './assurance.ts'
import { askedFactors } from '#local-cognito/users/mfaFactors.ts'
import { countsAsTwo } from './passkeys.ts'

/** What may be asked for next: any of these. Nothing, where the level is reached. */
export interface Lacking {
  first: FirstFactor[]
  /** Only of somebody whose password is proved. */
  second: MfaFactor[]
}

const PROVES_FIRST = {
  PASSWORD_SRP: 'pwd',
  PASSWORD: 'pwd',
  EMAIL_OTP: 'email_otp',
  SMS_OTP: 'sms',
  // Which of both it is shows only when it is used.
  WEB_AUTHN: 'swk',
} as const satisfies Record<FirstFactor, Proof>

const PROVES_SECOND = {
  SOFTWARE_TOKEN_MFA: 'otp',
  SMS_MFA: 'sms',
  EMAIL_OTP: 'email_otp',
} as const satisfies Record<MfaFactor, Proof>

/**
 * What somebody has still to prove for a level, by what they have already: nobody is told to set
 * anything up. Of ways to a level, those that ask for more than another does are left out.
 * @returns undefined where they cannot reach it
 */
export function lacking(pool: Pool, user: User, { target, proofs }: StepUp): Lacking | undefined {
  if (levelOf(proofs) >= target) return { first: [], second: [] }
  const firsts = firstFactors(pool, user).filter(
    (factor) => PROVES_FIRST[factor] !== 'pwd' || user.verifier !== undefined,
  )
  const seconds = askedFactors(pool, user)
  const isIn = (way: readonly Proof[], proof: Proof) =>
    proofs.includes(proof) ||
    firsts.some((factor) => PROVES_FIRST[factor] === proof) ||
    (way.includes('pwd') && seconds.some((factor) => PROVES_SECOND[factor] === proof))
  const open = waysTo(target).filter((way) => way.every((proof) => isIn(way, proof)))
  const shortest = open.filter(
    (way) => !open.some((other) => other.length < way.length && other.every(included(way))),
  )
  if (shortest.length === 0) return undefined
  const missing = shortest.map((way) => way.filter((proof) => !proofs.includes(proof)))
  // The password comes before what follows it.
  const next = missing.flatMap((rest) => (rest.includes('pwd') ? ['pwd' as const] : rest))
  return {
    first: firsts.filter((factor) => next.includes(PROVES_FIRST[factor])),
    second: proofs.includes('pwd')
      ? seconds.filter((factor) => next.includes(PROVES_SECOND[factor]))
      : [],
  }
}

const included = (way: readonly Proof[]) => (proof: Proof) => way.includes(proof)

/** Whether enough was proved for a pool or a person that wants two factors of every sign-in. */
export function isFloorMet(pool: Pool, user: User, proofs: readonly Proof[]): boolean {
  const isAsked = pool.settings.MfaConfiguration === 'ON' || askedFactors(pool, user).length > 0
  if (!isAsked || levelOf(proofs) === 4) return true
  const byPasskey = proofs.includes('swk') || proofs.includes('hwk')
  return byPasskey ? countsAsTwo(pool, user) : levelOf(proofs) === 3
}
