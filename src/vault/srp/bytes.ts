/**
 * Bytes for amazon-cognito-identity-js, in place of its dependency `buffer`, which is a fifth of the vault
 * (docs/decisions/0019-native-arithmetic.md). `vite.config.ts` gives it to the library's `AuthenticationHelper`; it has
 * what that class calls. `bytes.test.ts` compares the two.
 */
class Bytes extends Uint8Array {
  override toString(_encoding?: 'hex'): string {
    return Array.from(this, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

export const Buffer = {
  /** @param encoding of text: hex of whole bytes, or UTF-8. */
  from(source: string | ArrayLike<number>, encoding?: 'hex' | 'utf8'): Bytes {
    if (typeof source !== 'string') return new Bytes(source)
    return new Bytes(encoding === 'hex' ? fromHex(source) : new TextEncoder().encode(source))
  },

  concat: (parts: readonly Uint8Array[]): Bytes => new Bytes(parts.flatMap((part) => [...part])),
}

/** @param hex of whole bytes. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}
