import { equalBytes, fromBase64, type Bytes } from '#local-cognito/bytes.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import { proofOf, sharedKey } from './exchange.ts'
import { open, type SrpState } from './secretBlock.ts'
import { canonicalTimestamp } from './timestamp.ts'
import type { Identity } from './verifier.ts'

/** The members of an answer that claims to prove a password: somebody's, or a device's. */
export const CLAIM = ['TIMESTAMP', 'PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK']

interface Claim {
  signature: Bytes
  /** Undefined for what is no base64, hence no block of ours. */
  secretBlock: Bytes | undefined
  timestamp: string
}

/** @throws CognitoError `InvalidParameterException`, when it cannot be read */
export function readClaim(responses: Record<string, string>): Claim {
  const timestamp = canonicalTimestamp(responses['TIMESTAMP'] ?? '')
  const signature = fromBase64(responses['PASSWORD_CLAIM_SIGNATURE'] ?? '')
  if (!signature)
    throw invalidParameter('Invalid PASSWORD_CLAIM_SIGNATURE format. Must be a Base64 string.')
  return {
    timestamp,
    signature,
    secretBlock: fromBase64(responses['PASSWORD_CLAIM_SECRET_BLOCK'] ?? ''),
  }
}

interface Prover extends Pick<SrpState, 'clientId' | 'username' | 'boundTo'> {
  /** What is hashed into the verifier. */
  identity: Identity
  /** Absent for somebody who has no password. */
  verifier: string | undefined
}

/** @returns the exchange that a right proof ends, or undefined */
export async function proven(pool: Pool, claim: Claim, prover: Prover) {
  const { clientId, username, boundTo, identity, verifier } = prover
  const state = claim.secretBlock && (await open(pool, claim.secretBlock))
  if (!claim.secretBlock || !state || verifier === undefined) return undefined
  if (state.clientId !== clientId || state.username !== username) return undefined
  if (state.boundTo !== boundTo) return undefined
  const key = await sharedKey({ ...state, verifier })
  if (!key) return undefined
  const right = await proofOf(key, identity, claim.secretBlock, claim.timestamp)
  return equalBytes(right, claim.signature) ? state : undefined
}
