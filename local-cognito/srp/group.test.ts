import { expect, test } from 'vitest'
import { randomBytes, toHex } from '#local-cognito/bytes.ts'
import { g, power, powerOfG } from './group.ts'

test('powers of g are those of any base', () => {
  const edges = [0n, 1n, 15n, 16n, 2n ** 255n, 2n ** 256n - 1n, 2n ** 300n]
  const random = Array.from({ length: 20 }, (_, index) =>
    BigInt(`0x${toHex(randomBytes(index + 13))}`),
  )
  for (const exponent of [...edges, ...random])
    expect(powerOfG(exponent), `g^${exponent}`).toBe(power(g, exponent))
})
