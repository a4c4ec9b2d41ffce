import { asciiDigits } from './asciiDigits.ts'

/** The longest code there is; shorter ones are for the pool to refuse. */
const longest = 10

/**
 * Finds the code in what was typed or pasted: `Your code is 123 456.` gives `123456`.
 *
 * A group of exactly `length` digits wins over other digits in the text, such as a date.
 */
export function readCode(typed: string, length: number): string {
  const groups = asciiDigits(typed).match(/\d+(?:[ -]\d+)*/g) ?? []
  const digits = groups.map((group) => group.replaceAll(/\D/g, ''))
  return (digits.find((group) => group.length === length) ?? digits.join('')).slice(0, longest)
}
