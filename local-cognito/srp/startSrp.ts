import { validationError, violation } from '#local-cognito/http/constraints.ts'
import type { Pool, Verifier } from '#local-cognito/records.ts'
import { newSecret, publicValue } from './exchange.ts'
import { seal, type SrpState } from './secretBlock.ts'

/** Twice the length of an honest A: longer values would only cost time. */
const LONGEST_A = 1536

const HEX = /^[0-9a-fA-F]+$/

/** @throws CognitoError when SRP_A is not hex, or too long */
export function checkSrpA(A: string) {
  const rules = []
  if (A.length > LONGEST_A) rules.push(`Member must have length less than or equal to ${LONGEST_A}`)
  if (!HEX.test(A)) rules.push(`Member must satisfy regular expression pattern: ${HEX.source}`)
  if (rules.length > 0) throw validationError(rules.map((rule) => violation('sRPA', rule, A)))
  return A
}

/** Makes the parameters SALT, SECRET_BLOCK and SRP_B of the challenge. */
export async function startSrp(
  pool: Pool,
  { salt, verifier }: Verifier,
  state: Omit<SrpState, 'B' | 'b'>,
) {
  const b = newSecret()
  const B = await publicValue(verifier, b)
  return { SALT: salt, SECRET_BLOCK: await seal(pool, { ...state, B, b }), SRP_B: B }
}
