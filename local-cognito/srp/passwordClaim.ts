import { type Bytes, equalBytes, fromBase64 } from '#local-cognito/bytes.ts'
import type { Power } from '#local-cognito/cognito.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import { claimSignature, sharedKey } from './exchange.ts'
import { open, type SrpState } from './secretBlock.ts'
import type { Identity } from './verifier.ts'

/** Parameters of PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER answers. */
export const CLAIM_PARAMETERS = [
  'TIMESTAMP',
  'PASSWORD_CLAIM_SIGNATURE',
  'PASSWORD_CLAIM_SECRET_BLOCK',
]

interface PasswordClaim {
  signature: Bytes
  /** Undefined where it is not base64, so cannot be one of ours. */
  secretBlock: Bytes | undefined
  timestamp: string
}

/** @throws CognitoError `InvalidParameterException` for malformed parameters */
export function readPasswordClaim(responses: Record<string, string>): PasswordClaim {
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

interface ExpectedClaim extends Pick<SrpState, 'clientId' | 'username' | 'boundTo'> {
  /** Names hashed into the verifier. */
  identity: Identity
  /** Absent for a user without a password. */
  verifier: string | undefined
}

/** Verifies the claim. @returns the state of the SRP exchange, or undefined for a wrong claim */
export async function verifyPasswordClaim(
  pool: Pool,
  claim: PasswordClaim,
  expected: ExpectedClaim,
  power: Power,
) {
  const { clientId, username, boundTo, identity, verifier } = expected
  const state = claim.secretBlock && (await open(pool, claim.secretBlock))
  if (!claim.secretBlock || !state || verifier === undefined) return undefined
  if (state.clientId !== clientId || state.username !== username) return undefined
  if (state.boundTo !== boundTo) return undefined
  const key = await sharedKey({ ...state, verifier }, power)
  if (!key) return undefined
  const right = await claimSignature(key, identity, claim.secretBlock, claim.timestamp)
  return equalBytes(right, claim.signature) ? state : undefined
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const LENIENT =
  /^(sun|mon|tue|wed|thu|fri|sat) (\w{3}) (\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2}) (?:UTC|GMT) (\d{4})$/i

/**
 * Normalizes TIMESTAMP to the form that the service hashes: `Tue Sep 1 09:05:07 UTC 2026`, with an
 * unpadded day and the correct weekday. Cognito does not check its age.
 * @throws CognitoError `InvalidParameterException`
 */
function canonicalTimestamp(text: string) {
  const [, , monthName = '', ...digits] = LENIENT.exec(text) ?? []
  const month = MONTHS.findIndex((name) => name.toLowerCase() === monthName.toLowerCase())
  if (month < 0)
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.')
  const [day = 0, hours = 0, minutes = 0, seconds = 0, year = 0] = digits.map(Number)
  const time = new Date(Date.UTC(year, month, day, hours, minutes, seconds))
  const clock = time.toISOString().slice(11, 19)
  const weekday = DAYS[time.getUTCDay()]
  return `${weekday} ${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()} ${clock} UTC ${time.getUTCFullYear()}`
}
