import { asciiDigits } from './asciiDigits.ts'

/** The longest code there is; shorter ones are for the pool to refuse. */
const longest = 10

/** Shorter groups of digits are dates and the like. */
const shortest = 4

/**
 * Finds the code in what was typed or pasted: `Your code is 123 456.` gives `123456`.
 *
 * A group of exactly `length` digits wins over other digits in the text, such as a date; where nobody
 * knows the length, the longest group.
 */
export function readCode(typed: string, length?: number): string {
  const groups = asciiDigits(typed).match(/\d+(?:[ -]\d+)*/g) ?? []
  const digits = groups.map((group) => group.replaceAll(/\D/g, ''))
  const found =
    length === undefined
      ? [...digits].sort((a, b) => b.length - a.length).find((group) => group.length >= shortest)
      : digits.find((group) => group.length === length)
  return (found ?? digits.join('')).slice(0, longest)
}

/** Is this long enough to be a code? */
export function isWhole(code: string, length?: number): boolean {
  return length === undefined ? code.length >= shortest : code.length === length
}
