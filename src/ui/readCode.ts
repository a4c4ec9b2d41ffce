/** The zeros of the digits people have on their keyboards; NFKC has made full-width ones ASCII. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6]

function toAscii(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined ? '' : String(point - zero)
}

/** The longest code there is; shorter ones are for the pool to refuse. */
const longest = 10

/**
 * Finds the code in what was typed or pasted: `Your code is 123 456.` gives `123456`.
 *
 * A group of exactly `length` digits wins over other digits in the text, such as a date.
 */
export function readCode(typed: string, length: number): string {
  const ascii = typed.normalize('NFKC').replaceAll(/[^\P{Nd}0-9]/gu, toAscii)
  const groups = ascii.match(/\d+(?:[ -]\d+)*/g) ?? []
  const digits = groups.map((group) => group.replaceAll(/\D/g, ''))
  return (digits.find((group) => group.length === length) ?? digits.join('')).slice(0, longest)
}
