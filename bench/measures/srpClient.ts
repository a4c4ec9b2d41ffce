import { createDiffieHellman, createHash, createHmac, getDiffieHellman } from 'node:crypto'

/** Prime of the group: RFC 3526, 3072 bits. */
const prime = getDiffieHellman('modp15').getPrime('hex')
const N = BigInt(`0x${prime}`)
const k = toNumber(sha256(pad(N), pad(2n)))

/** A = g^1. Nothing here is secret, and the server's work does not depend on it, but the client saves a power. */
export const srpA = '2'

/** A user, and g^x, which stays the same for as long as the password does. */
export interface SrpUser {
  name: string
  password: string
  known?: { salt: string; x: bigint; verifier: bigint }
}

/** Answers PASSWORD_VERIFIER by OpenSSL's arithmetic, in a fraction of the server's time. */
export function answerChallenge(
  poolId: string,
  user: SrpUser,
  challenge: Record<string, string>,
): Record<string, string> {
  const { USER_ID_FOR_SRP: id = '', SALT: salt = '', SRP_B = '', SECRET_BLOCK = '' } = challenge
  const pool = poolId.slice(poolId.indexOf('_') + 1)
  if (user.known?.salt !== salt) {
    const inner = sha256(Buffer.from(`${pool}${id}:${user.password}`))
    const x = toNumber(sha256(pad(BigInt(`0x${salt}`)), inner))
    user.known = { salt, x, verifier: power(2n, x) }
  }
  const { x, verifier } = user.known
  const B = BigInt(`0x${SRP_B}`)
  const u = toNumber(sha256(pad(BigInt(`0x${srpA}`)), pad(B)))
  const S = power((((B - k * verifier) % N) + N) % N, 1n + u * x)
  const key = hmac(hmac(pad(u), pad(S)), Buffer.from('Caldera Derived Key\u0001'))
  const block = Buffer.from(SECRET_BLOCK, 'base64')
  const time = 'Tue Dec 1 09:05:07 UTC 2026'
  const claim = hmac(key.subarray(0, 16), Buffer.from(pool + id), block, Buffer.from(time))
  return {
    USERNAME: id,
    TIMESTAMP: time,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: claim.toString('base64'),
  }
}

/** base^exponent mod N, which is the shared secret of a Diffie-Hellman exchange. */
function power(base: bigint, exponent: bigint): bigint {
  const exchange = createDiffieHellman(prime, 'hex', 2)
  exchange.setPrivateKey(pad(exponent))
  return toNumber(exchange.computeSecret(pad(base)))
}

function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`)
}

/** Big-endian bytes, with a leading zero where the top bit is set, as Java writes them. */
function pad(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 1 ? `0${hex}` : hex
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

function hmac(key: Buffer, ...parts: Buffer[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest()
}
