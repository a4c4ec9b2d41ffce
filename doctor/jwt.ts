import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { textAt } from './askCognito.ts'

/** The parts of a JWT; empty objects if it is none. */
export function decode(token: string): { header: unknown; claims: unknown } {
  const [header = '', claims = ''] = token.split('.')
  const read = (part: string): unknown => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString())
    } catch (error) {
      if (error instanceof SyntaxError) return {}
      throw error
    }
  }
  return { header: read(header), claims: read(claims) }
}

/** Whether one of these keys has signed it, with RS256. */
export function isSigned(token: string, keys: JsonWebKey[]): boolean {
  const kid = textAt(decode(token).header, 'kid')
  const key = keys.find((one) => textAt(one, 'kid') === kid)
  if (!key?.n || !key.e || textAt(decode(token).header, 'alg') !== 'RS256') return false
  const end = token.lastIndexOf('.')
  const publicKey = createPublicKey({ key, format: 'jwk' })
  const signature = Buffer.from(token.slice(end + 1), 'base64url')
  return verify('RSA-SHA256', Buffer.from(token.slice(0, end)), publicKey, signature)
}
