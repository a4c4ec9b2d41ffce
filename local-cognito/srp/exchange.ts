import {
  concat,
  hmacSha256,
  randomBytes,
  sha256,
  toHex,
  utf8,
  type Bytes,
} from '#local-cognito/bytes.ts'
import { g, N, pad, power, toInteger } from './group.ts'
import { poolName, type Identity } from './verifier.ts'

/** The multiplier k = H(N, g), 6a's own. */
const multiplier = (async () => toInteger(await sha256(concat(pad(N), pad(g)))))()

/** The server's secret b, as hex: 256 bits, twice the strength of the group. */
export const newSecret = () => toHex(randomBytes(32))

/** The server's public value B = kv + g^b, in hex without padding, as on the wire. */
export async function publicValue(verifier: string, b: string) {
  const k = await multiplier
  return ((k * BigInt(`0x${verifier}`) + power(g, BigInt(`0x${b}`))) % N).toString(16)
}

interface Exchange {
  /** The client's public value, in hex. */
  A: string
  b: string
  verifier: string
}

/**
 * The key that both sides share if the client knew the password, or undefined where the
 * protocol demands to abort: A or u divisible by N, which would fix the key for anybody.
 */
export async function sharedKey({ A: hexA, b, verifier }: Exchange): Promise<Bytes | undefined> {
  const A = BigInt(`0x${hexA}`)
  if (A % N === 0n) return undefined
  const B = BigInt(`0x${await publicValue(verifier, b)}`)
  const u = toInteger(await sha256(concat(pad(A), pad(B))))
  if (u % N === 0n) return undefined
  const S = power(A * power(BigInt(`0x${verifier}`), u), BigInt(`0x${b}`))
  const prk = await hmacSha256(pad(u), pad(S))
  const okm = await hmacSha256(prk, concat(utf8('Caldera Derived Key'), new Uint8Array([1])))
  return okm.slice(0, 16)
}

/** What PASSWORD_CLAIM_SIGNATURE has to be. */
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
