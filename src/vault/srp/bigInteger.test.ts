import { createRequire } from 'node:module'
import AuthenticationHelper from 'amazon-cognito-identity-js/es/AuthenticationHelper'
import OriginalArithmetic from 'amazon-cognito-identity-js/es/BigInteger'
import { array, assert, bigInt, boolean, constantFrom, property, string, tuple } from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import BigInteger from './bigInteger.ts'

// It has the members that are compared here.
const Original = OriginalArithmetic as typeof BigInteger

// Node reads the library's other build, which the alias does not reach.
const requireOriginal = createRequire(import.meta.url)
const { default: OriginalHelper } = requireOriginal(
  'amazon-cognito-identity-js/lib/AuthenticationHelper',
) as { default: typeof AuthenticationHelper }

const bits = (count: number) => 2n ** BigInt(count)

/** As short, and as long, as the hex that two servers write of one number. */
const hex = (most: bigint) =>
  tuple(bigInt(-most, most), constantFrom('', '0', '00'), boolean()).map(
    ([value, zeros, upper]) => {
      const digits = (value < 0n ? -value : value).toString(16)
      return `${value < 0n ? '-' : ''}${zeros}${upper ? digits.toUpperCase() : digits}`
    },
  )

const toHex = (value: bigint) => value.toString(16)

/** Everything the library asks of two numbers, an exponent and an odd modulus, in one text. */
function results(Big: typeof BigInteger, given: readonly string[]) {
  const [a, b, exponent, modulus] = given.map((digits) => new Big(digits, 16))
  if (!a || !b || !exponent || !modulus) throw new Error('too few numbers')
  let called: unknown
  const power = a.modPow(exponent, modulus, (error, result) => {
    called = `${error} ${result.toString(16)}`
  })
  return {
    read: a.toString(16),
    abs: a.abs().toString(16),
    sum: a.add(b).toString(16),
    difference: a.subtract(b).toString(16),
    product: a.multiply(b).toString(16),
    order: Math.sign(a.compareTo(b)),
    sign: Math.sign(a.compareTo(Big.ZERO)),
    equal: a.equals(b),
    rest: a.mod(modulus).toString(16),
    power: power.toString(16),
    called,
  }
}

describe("the browser's arithmetic is the library's", () => {
  it.each([
    ['numbers of every length up to 320 bits', 320, 64, 10_000],
    ['numbers as long as those of SRP', 3072, 256, 30],
  ])('for %s', (_, length, exponentLength, numRuns) => {
    const exponent = bigInt(1n, bits(exponentLength)).map(toHex)
    const odd = bigInt(1n, bits(length) / 2n).map((half) => toHex(2n * half + 1n))
    assert(
      property(hex(bits(length)), hex(bits(length)), exponent, odd, (...given) => {
        // As text: 10,000 times `toEqual` would take longer than the arithmetic.
        const [ours, theirs] = [results(BigInteger, given), results(Original, given)]
        expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs))
      }),
      { numRuns },
    )
  })

  it.each(['', '0', '00', '-0', '1', '-1', 'FF', '-80', '0080', '7fffffff', '100000000'])(
    'for "%s"',
    (digits) => {
      const given = [digits, '-ec', '3', '11']
      expect(results(BigInteger, given)).toEqual(results(Original, given))
      expect(results(BigInteger, given.with(1, digits))).toEqual(
        results(Original, given.with(1, digits)),
      )
    },
  )

  test('but for what is no hex: the library read anything', () => {
    expect(() => new BigInteger('0x12', 16)).toThrow(SyntaxError)
    expect(() => new BigInteger('1 2', 16)).toThrow(SyntaxError)
  })
})

describe('the library comes with it to the same', () => {
  /** Its members that are private, too. */
  interface Helper extends AuthenticationHelper {
    N: BigInteger
    smallAValue: BigInteger
    largeAValue: BigInteger | undefined
    padHex: (value: BigInteger) => string
    generateRandomString: () => string
  }

  const poolName = 'AbCdEfGhI'
  const ours = () => new AuthenticationHelper(poolName) as Helper
  const theirs = () => new OriginalHelper(poolName) as Helper
  const Theirs = theirs().N.constructor as typeof BigInteger

  test('gives our numbers to our copy of it only', () => {
    expect(ours().smallAValue).toBeInstanceOf(BigInteger)
    expect(theirs().smallAValue).not.toBeInstanceOf(BigInteger)
  })

  function exchange(helper: Helper, Big: typeof BigInteger, given: readonly string[]) {
    const [a = '', B = '', salt = '', password = ''] = given
    helper.smallAValue = new Big(a, 16)
    helper.largeAValue = undefined
    let largeA = ''
    let key: Uint8Array | undefined
    helper.getLargeAValue((_, value) => {
      largeA = value.toString(16)
    })
    helper.getPasswordAuthenticationKey(
      'ada',
      password,
      new Big(B, 16),
      new Big(salt, 16),
      (_, value) => {
        key = value
      },
    )
    return { largeA, key: [...(key ?? [])] }
  }

  test('in four exchanges', () => {
    const number = bigInt(1n, bits(3071)).map(toHex)
    const salt = bigInt(0n, bits(128) - 1n).map((value) => toHex(value).padStart(32, '0'))
    assert(
      property(bigInt(1n, bits(1024)).map(toHex), number, salt, string(), (...given) => {
        const found = exchange(ours(), BigInteger, given)
        expect(found.key).toHaveLength(16)
        expect(found).toEqual(exchange(theirs(), Theirs, given))
      }),
      { numRuns: 4 },
    )
  })

  test('in writing numbers as Java does', () => {
    const [helper, original] = [ours(), theirs()]
    assert(
      property(array(bigInt(-bits(130), bits(130)), { minLength: 1 }), (values) => {
        for (const digits of values.map(toHex)) {
          expect(helper.padHex(new BigInteger(digits, 16))).toBe(
            original.padHex(new Theirs(digits, 16)),
          )
        }
      }),
    )
    // The library's own examples.
    const examples = { '-ec': 'ff14', '14': '14', '-c8': 'ff38', '-14': 'ec', c8: '00c8' }
    for (const [digits, padded] of Object.entries(examples)) {
      expect(helper.padHex(new BigInteger(digits, 16))).toBe(padded)
    }
  })
})
