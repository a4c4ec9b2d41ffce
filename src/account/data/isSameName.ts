/**
 * Is that what was to be typed? Case, spaces and the invisible marks that come along where text runs both
 * ways (Unicode: Bidi_Control) make no difference.
 */
export function isSameName(typed: string, name: string): boolean {
  return normalize(typed) === normalize(name)
}

function normalize(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Bidi_Control}]+/gu, '')
    .toLowerCase()
}
