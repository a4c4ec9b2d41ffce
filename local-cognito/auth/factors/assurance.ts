import { nameOfLevel } from '#local-cognito/pools/acr.ts'
import type { Level, Pool } from '#local-cognito/records.ts'
import type { Assurance, Course, Proof } from '#local-cognito/signInRecords.ts'

// Developer guide, "Authentication levels with ACR and AMR claims":
// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

/** What reaches each level: any of these, all of it. The same in every pool. */
const REACHES: Readonly<Record<Level, readonly (readonly Proof[])[]>> = {
  1: [['pwd']],
  2: [['sms'], ['email_otp']],
  3: [['swk'], ['hwk'], ['pwd', 'sms'], ['pwd', 'email_otp']],
  4: [['pwd', 'otp']],
}

const LEVELS = [4, 3, 2, 1] as const satisfies Level[]

/** What leads at least so far. */
export const waysTo = (target: Level) =>
  LEVELS.filter((level) => level >= target).flatMap((level) => REACHES[level])

/** The highest level that is wholly reached; 0 for none. */
export const levelOf = (proofs: readonly Proof[]): Level | 0 =>
  LEVELS.find((level) =>
    REACHES[level].some((way) => way.every((each) => proofs.includes(each))),
  ) ?? 0

/** A sign-in one proof further, where it is to reach a level. */
export function withProof({ deviceKey, stepUp }: Course, proof: Proof): Course {
  const { target, proofs } = stepUp ?? {}
  if (!target || !proofs || proofs.includes(proof)) return { deviceKey, stepUp }
  return { deviceKey, stepUp: { target, proofs: [...proofs, proof] } }
}

/** What tokens say of it. Who was let in by a device that they had proved before has a level, too. */
export const assuranceOf = (pool: Pool, proofs: Proof[]): Assurance => ({
  acr: nameOfLevel(pool, levelOf(proofs) || 1),
  amr: proofs.length > 1 ? [...proofs, 'mfa'] : proofs,
})

const PROOFS: readonly Proof[] = ['pwd', 'otp', 'sms', 'email_otp', 'swk', 'hwk']

/** What of a token's `amr` counts. */
export const proofsIn = ({ amr }: Assurance): Proof[] =>
  PROOFS.filter((proof) => amr.includes(proof))
