/** Zero in Arabic, Persian, Devanagari and Bengali digits; NFKC turns full-width ones into ASCII. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6]

function toAscii(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const zero = zeros.find((start) => point >= start && point < start + 10)
  return zero === undefined ? '' : String(point - zero)
}

/** Replaces the digits of other scripts by 0 to 9. Digits of unknown scripts are removed. */
export function asciiDigits(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[^\P{Nd}0-9]/gu, toAscii)
}
