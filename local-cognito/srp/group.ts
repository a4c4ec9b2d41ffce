import { type Bytes, fromHex, toHex } from '#local-cognito/bytes.ts'

// SRP-6a (RFC 5054) in Cognito's variant: the 3072-bit group of RFC 3526, SHA-256, its own padding,
// and a key derived by HKDF. Names are those of the RFC.

/** Prime of the group. */
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
export const g = 2n

/**
 * Minimal big-endian bytes, with a leading zero where the top bit is set, like Java's
 * `BigInteger.toByteArray`, which Cognito hashes. RFC 5054 pads to the length of N instead.
 */
export function pad(value: bigint): Bytes {
  const hex = value.toString(16)
  const even = hex.length % 2 === 1 ? `0${hex}` : hex
  return fromHex(/^[89a-f]/.test(even) ? `00${even}` : even)
}

export const toInteger = (bytes: Bytes) => BigInt(`0x${toHex(bytes)}`)

/** base^exponent mod N, four bits of the exponent at a time. */
export function power(base: bigint, exponent: bigint): bigint {
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

/** g^(16^i) mod N, as far as it was needed. */
const powersOfG = [g]

/**
 * g^exponent mod N by Yao's method, which needs a third of the multiplications of `power` once the
 * powers above are known.
 */
export function powerOfG(exponent: bigint) {
  const digits = exponent.toString(16).split('').toReversed()
  while (powersOfG.length < digits.length) {
    let next = powersOfG.at(-1) ?? g
    for (let square = 0; square < 4; square++) next = (next * next) % N
    powersOfG.push(next)
  }
  let factor = 1n
  let result = 1n
  for (let digit = 15; digit > 0; digit--) {
    for (const [index, each] of digits.entries())
      if (each === digit.toString(16)) factor = (factor * (powersOfG[index] ?? 1n)) % N
    result = (result * factor) % N
  }
  return result
}
