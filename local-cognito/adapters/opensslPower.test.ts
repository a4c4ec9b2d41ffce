import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { N, power } from '#local-cognito/srp/group.ts'
import { opensslPower } from './opensslPower.ts'

const random = (bytes: number) => BigInt(`0x${randomBytes(bytes).toString('hex')}`)

test('is the power of the portable arithmetic', () => {
  const bases = [0n, 1n, 2n, 255n, N - 1n, N, N + 1n, N * N, random(384), random(768), random(40)]
  const exponents = [
    1n,
    2n,
    3n,
    16n,
    2n ** 255n,
    2n ** 256n - 1n,
    random(32),
    random(31),
    random(1) + 1n,
  ]
  for (const base of bases)
    for (const exponent of exponents)
      expect(opensslPower(base, exponent), `${base}^${exponent}`).toBe(power(base, exponent))
})
