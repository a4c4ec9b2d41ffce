import {
  concat,
  fromHex,
  hmacSha256,
  randomBytes,
  sha256,
  toHex,
  utf8,
  type Bytes,
} from '#local-cognito/bytes.ts'
import type { Verifier } from '#local-cognito/records.ts'

// SRP-6a (RFC 5054) as Cognito speaks it: the 3072-bit group of RFC 3526, SHA-256, its own
// padding and a key derived by HKDF. Names are those of the RFC.

/** The prime of the group. */
export const N = BigInt(
  [
    '0x',
    'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404dd',
    'ef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed',
    'ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf0598da48361c55d39a69163fa8fd24cf5f',
    '83655d23dca3ad961c62f356208552bb9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b',
    'e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf6955817183995497cea956ae515d2261898fa0510',
    '15728e5a8aaac42dad33170d04507a33a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7',
    'abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864d87602733ec86a64521f2b18177b200c',
    'bbe117577a615d6c770988c0bad946e208e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff',
  ].join(''),
)
const g = 2n

/**
 * Minimal big-endian bytes, with a leading zero where the top bit is set: Java's
 * `BigInteger.toByteArray`, which Cognito hashes. RFC 5054 pads to the length of N instead.
 */
export function pad(value: bigint): Bytes {
  const hex = value.toString(16)
  const even = hex.length % 2 === 1 ? `0${hex}` : hex
  return fromHex(/^[89a-f]/.test(even) ? `00${even}` : even)
}

const toInteger = (bytes: Bytes) => BigInt(`0x${toHex(bytes)}`)

/** The multiplier k = H(N, g), 6a's own. */
const multiplier = (async () => toInteger(await sha256(concat(pad(N), pad(g)))))()

/** base^exponent mod N, four bits of the exponent at a time. */
function power(base: bigint, exponent: bigint) {
  const reduced = base % N
  const table = [1n]
  for (let index = 1; index < 16; index++) table.push(((table[index - 1] ?? 1n) * reduced) % N)
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let square = 0; square < 4; square++) result = (result * result) % N
    result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % N
  }
  return result
}

/** `us-east-1_AbCdEf` -> `AbCdEf`: the part of a pool id that is hashed. */
const poolName = (poolId: string) => poolId.slice(poolId.indexOf('_') + 1)

/** Sixteen bytes that never begin with a zero, since clients disagree on how to pad that. */
export const toSalt = (bytes: Bytes) => toHex(bytes.slice(0, 16)).replace(/^00/, '01')

/** Whose password a verifier is for. Both are hashed into it. */
export interface Identity {
  poolId: string
  username: string
}

/** Turns a password into what may be kept of it. */
export async function makeVerifier(
  identity: Identity,
  password: string,
  salt = toSalt(randomBytes(16)),
): Promise<Verifier> {
  const inner = await sha256(utf8(`${poolName(identity.poolId)}${identity.username}:${password}`))
  const x = toInteger(await sha256(concat(pad(BigInt(`0x${salt}`)), inner)))
  return { salt, verifier: power(g, x).toString(16) }
}

/** Whether a password is the one a verifier was made from. */
export async function fits(verifier: Verifier, identity: Identity, password: string) {
  const again = await makeVerifier(identity, password, verifier.salt)
  return again.verifier === verifier.verifier
}

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
export const proofOf = (key: Bytes, identity: Identity, secretBlock: Bytes, timestamp: string) =>
  hmacSha256(
    key,
    concat(utf8(poolName(identity.poolId)), utf8(identity.username), secretBlock, utf8(timestamp)),
  )
