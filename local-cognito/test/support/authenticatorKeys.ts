import { type Bytes, concat, fromBase64Url } from '#local-cognito/bytes.ts'

/** COSE numbers of ES256, RS256 and EdDSA. */
export type Algorithm = -7 | -257 | -8

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const RS256 = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
}

/** Generates an authenticator's key pair. */
export function makeKey(algorithm: Algorithm): Promise<CryptoKeyPair> {
  const uses = ['sign', 'verify'] as const
  if (algorithm === -7) return crypto.subtle.generateKey(ES256, true, uses)
  if (algorithm === -257) return crypto.subtle.generateKey(RS256, true, uses)
  return crypto.subtle.generateKey('Ed25519', true, uses)
}

/** Encodes a public key as COSE: https://www.rfc-editor.org/rfc/rfc9053#section-7 */
export async function coseOf(key: CryptoKey, algorithm: Algorithm): Promise<Map<number, unknown>> {
  const jwk = await crypto.subtle.exportKey('jwk', key)
  const part = (name: 'x' | 'y' | 'n' | 'e') => fromBase64Url(jwk[name] ?? '')
  const named = new Map<number, unknown>([[3, algorithm]])
  if (algorithm === -257) return named.set(1, 3).set(-1, part('n')).set(-2, part('e'))
  if (algorithm === -8) return named.set(1, 1).set(-1, 6).set(-2, part('x'))
  return named.set(1, 2).set(-1, 1).set(-2, part('x')).set(-3, part('y'))
}

/** Signs as authenticators do. */
export async function sign(key: CryptoKey, algorithm: Algorithm, bytes: Bytes): Promise<Bytes> {
  const by = { [-7]: ES256, [-257]: RS256, [-8]: { name: 'Ed25519' } }[algorithm]
  const signature = new Uint8Array(await crypto.subtle.sign(by, key, bytes))
  if (algorithm !== -7) return signature
  // WebCrypto concatenates r and s; authenticators encode them in DER.
  const both = concat(integer(signature.slice(0, 32)), integer(signature.slice(32)))
  return concat(Uint8Array.of(0x30, both.length), both)
}

/** Encodes an integer in DER: no leading zeros, except where the number would read as negative. */
function integer(bytes: Bytes): Bytes {
  const trimmed = bytes.slice(bytes.findIndex((byte) => byte !== 0))
  const signed = (trimmed[0] ?? 0) > 127 ? concat(Uint8Array.of(0), trimmed) : trimmed
  return concat(Uint8Array.of(0x02, signed.length), signed)
}
