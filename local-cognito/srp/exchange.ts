import {
  type Bytes,
  concat,
  hmacSha256,
  randomBytes,
  sha256,
  toHex,
  utf8,
} from '#local-cognito/bytes.ts'
import type { Power } from '#local-cognito/cognito.ts'
import { g, N, pad, powerOfG, toInteger } from './group.ts'
import { type Identity, poolName } from './verifier.ts'

/** Multiplier k = H(N, g) of SRP-6a. */
const multiplier = (async () => toInteger(await sha256(concat(pad(N), pad(g)))))()

/** Makes the server's secret b, in hex: 256 bits, twice the strength of the group. */
export const newSecret = () => toHex(randomBytes(32))

/** Computes the server's public value B = kv + g^b, in hex without padding, as on the wire. */
export async function publicValue(verifier: string, b: string) {
  const k = await multiplier
  return ((k * BigInt(`0x${verifier}`) + powerOfG(BigInt(`0x${b}`))) % N).toString(16)
}

interface Exchange {
  /** Client's public value, in hex. */
  A: string
  /** Server's public value, in hex, as sent. */
  B: string
  b: string
  verifier: string
}

/**
 * Derives the session key that both sides share if the client knows the password.
 * @returns undefined where A or u is divisible by N, which would make the key predictable: RFC 5054
 *   demands to abort
 */
export async function sharedKey(
  { A: hexA, B: hexB, b, verifier }: Exchange,
  power: Power,
): Promise<Bytes | undefined> {
  const A = BigInt(`0x${hexA}`)
  if (A % N === 0n) return undefined
  const B = BigInt(`0x${hexB}`)
  const u = toInteger(await sha256(concat(pad(A), pad(B))))
  if (u % N === 0n) return undefined
  const S = power(A * power(BigInt(`0x${verifier}`), u), BigInt(`0x${b}`))
  const prk = await hmacSha256(pad(u), pad(S))
  const okm = await hmacSha256(prk, concat(utf8('Caldera Derived Key'), new Uint8Array([1])))
  return okm.slice(0, 16)
}

/** Expected PASSWORD_CLAIM_SIGNATURE. */
export const claimSignature = (
  key: Bytes,
  identity: Identity,
  secretBlock: Bytes,
  timestamp: string,
) =>
  hmacSha256(
    key,
    concat(utf8(poolName(identity.poolId)), utf8(identity.username), secretBlock, utf8(timestamp)),
  )
