/** SRP-6a (RFC 5054) in Cognito's variant: 3072-bit group of RFC 3526, SHA-256, a key derived by HKDF. */

const N = BigInt(
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
 * Begins an exchange.
 *
 * @returns the client's public value in hex, and the responses to the challenge PASSWORD_VERIFIER
 */
export function beginSrp(userPoolId: string) {
  const pool = userPoolId.slice(userPoolId.indexOf('_') + 1)
  const a = toNumber(crypto.getRandomValues(new Uint8Array(128)))
  const A = power(g, a)

  async function answer(challenge: Record<string, string>, password: string) {
    const { USER_ID_FOR_SRP: user = '', SALT = '', SRP_B = '', SECRET_BLOCK = '' } = challenge
    const [B, salt] = [BigInt(`0x${SRP_B}`), BigInt(`0x${SALT}`)]
    const k = toNumber(await sha256(pad(N), pad(g)))
    const u = toNumber(await sha256(pad(A), pad(B)))
    const x = toNumber(await sha256(pad(salt), await sha256(utf8(`${pool}${user}:${password}`))))
    const S = power((((B - k * power(g, x)) % N) + N) % N, a + u * x)
    const prk = await hmac(pad(u), pad(S))
    const key = await hmac(prk, utf8('Caldera Derived Key\u0001'))
    const block = Uint8Array.from(atob(SECRET_BLOCK), (character) => character.charCodeAt(0))
    const time = timestamp(new Date())
    const claim = await hmac(key.slice(0, 16), utf8(pool + user), block, utf8(time))
    return {
      USERNAME: user,
      TIMESTAMP: time,
      PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: btoa(String.fromCharCode(...claim)),
    }
  }

  return { A: A.toString(16), answer }
}

/** base^exponent mod N, four bits of the exponent at a time. */
function power(base: bigint, exponent: bigint): bigint {
  const table = [1n]
  for (let index = 1; index < 16; index += 1) table.push(((table[index - 1] ?? 1n) * base) % N)
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let square = 0; square < 4; square += 1) result = (result * result) % N
    result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % N
  }
  return result
}

type Bytes = Uint8Array<ArrayBuffer>

const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** Big-endian bytes, with a leading zero where the top bit is set, as Java writes them. */
function pad(value: bigint): Bytes {
  const hex = value.toString(16)
  const even = hex.length % 2 === 1 ? `0${hex}` : hex
  const padded = /^[89a-f]/.test(even) ? `00${even}` : even
  return Uint8Array.from(padded.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

function toNumber(bytes: Bytes): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)
}

const join = (parts: Bytes[]): Bytes => Uint8Array.from(parts.flatMap((part) => [...part]))

async function sha256(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)))
}

async function hmac(keyBytes: Bytes, ...parts: Bytes[]): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', keyBytes, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, join(parts)))
}

/** `Tue Sep 1 09:05:07 UTC 2026`, as Cognito wants it. */
function timestamp(date: Date): string {
  const [weekday = '', day, month, year, time] = date.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}
