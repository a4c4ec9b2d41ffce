/** The zeros of the digits people have on their keyboards; NFKC has made full-width ones ASCII. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6]

function toAscii(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined ? '' : String(point - zero)
}

/** The text with its digits as 0 to 9, whatever script they were typed in. Unknown ones are left out. */
export function asciiDigits(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[^\P{Nd}0-9]/gu, toAscii)
}
