import { createRequire } from 'node:module'
import { array, assert, property, string, uint8Array } from 'fast-check'
import { expect, it } from 'vitest'
import { Buffer as Bytes } from './bytes.ts'

// The package, which the alias does not reach; `buffer` alone is Node's own.
const { Buffer: Original } = createRequire(import.meta.url)('buffer/') as { Buffer: typeof Buffer }

const hexOf = (bytes: Uint8Array) => Original.from(bytes).toString('hex')

it('reads and writes what the package does', () => {
  assert(
    property(array(uint8Array({ maxLength: 400 })), string({ unit: 'grapheme' }), (parts, text) => {
      for (const part of parts) {
        const hex = hexOf(part)
        expect(Bytes.from(part).toString('hex')).toBe(hex)
        for (const digits of [hex, hex.toUpperCase()])
          expect([...Bytes.from(digits, 'hex')]).toEqual([...Original.from(digits, 'hex')])
      }
      expect([...Bytes.from(text, 'utf8')]).toEqual([...Original.from(text, 'utf8')])
      const whole = Original.concat(parts.map((part) => Original.from(part)))
      expect(Bytes.concat(parts).toString('hex')).toBe(whole.toString('hex'))
    }),
  )
})
