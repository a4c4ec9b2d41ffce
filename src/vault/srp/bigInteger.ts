/** Bits of the exponent that are read at a time: 15 multiplications prepare the table for them. */
const WINDOW = 4

/**
 * The numbers of amazon-cognito-identity-js, computed by the browser instead of by the library's own
 * arithmetic, which is ten times slower (docs/decisions/0019-native-arithmetic.md). `vite.config.ts` gives it to the library's
 * `AuthenticationHelper` in place of `es/BigInteger`; it has the members that helper calls, which the
 * library's file explains. `bigInteger.test.ts` compares the two.
 */
// oxlint-disable-next-line import/no-default-export -- the library imports a default
export default class BigInteger {
  static readonly ZERO = new BigInteger('0', 16)
  static readonly ONE = new BigInteger('1', 16)

  readonly #value: bigint

  /**
   * @param digits hex, of any length and case, with a minus sign or without.
   * @throws SyntaxError when there is anything else in them, which only a false server sends.
   */
  constructor(digits: string | bigint, _radix?: 16) {
    this.#value = typeof digits === 'bigint' ? digits : fromHex(digits)
  }

  /** Lower-case hex without padding. */
  toString(radix: 16): string {
    return this.#value.toString(radix)
  }

  abs(): BigInteger {
    return this.#value < 0n ? new BigInteger(-this.#value) : this
  }

  add(other: BigInteger): BigInteger {
    return new BigInteger(this.#value + other.#value)
  }

  subtract(other: BigInteger): BigInteger {
    return new BigInteger(this.#value - other.#value)
  }

  multiply(other: BigInteger): BigInteger {
    return new BigInteger(this.#value * other.#value)
  }

  /** A number below zero, zero, or one above it. */
  compareTo(other: BigInteger): number {
    return Number(this.#value > other.#value) - Number(this.#value < other.#value)
  }

  equals(other: BigInteger): boolean {
    return this.#value === other.#value
  }

  /** The residue from 0 to `modulus` - 1, of negative numbers too. */
  mod(modulus: BigInteger): BigInteger {
    return new BigInteger(residue(this.#value, modulus.#value))
  }

  /**
   * Raises to a power modulo another number.
   * @param exponent not negative.
   * @param modulus positive.
   * @param callback called at once with what is returned as well.
   */
  modPow(
    exponent: BigInteger,
    modulus: BigInteger,
    callback: (error: null, power: BigInteger) => void,
  ): BigInteger {
    const result = new BigInteger(power(this.#value, exponent.#value, modulus.#value))
    callback(null, result)
    return result
  }
}

function fromHex(digits: string): bigint {
  return digits.startsWith('-') ? -BigInt(`0x0${digits.slice(1)}`) : BigInt(`0x0${digits}`)
}

/** `%` has the sign of its left side. */
function residue(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus
  return rest < 0n ? rest + modulus : rest
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const reduced = residue(base, modulus)
  const powers = [residue(1n, modulus)]
  let last = residue(1n, modulus)
  while (powers.length < 1 << WINDOW) {
    last = (last * reduced) % modulus
    powers.push(last)
  }
  let result = residue(1n, modulus)
  // A hex digit is a window.
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < WINDOW; bit++) result = (result * result) % modulus
    result = (result * (powers[Number.parseInt(digit, 16)] ?? 1n)) % modulus
  }
  return result
}
