import { asciiDigits } from './asciiDigits.ts'

/** Maximum length of a code. Wrong lengths below are left for the pool to refuse. */
const longest = 10

/** Minimum length of a code: shorter groups of digits are dates, for example. */
const shortest = 4

/**
 * Finds the code in what was typed or pasted: `Your code is 123 456.` gives `123456`.
 *
 * Prefers a group of exactly `length` digits over other digits in the text, such as a date; without a
 * length, the longest group.
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

/** Whether the code has all of its digits, as far as their number is known. */
export function isComplete(code: string, length?: number): boolean {
  return length === undefined ? code.length >= shortest : code.length === length
}
