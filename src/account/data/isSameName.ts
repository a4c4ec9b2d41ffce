/**
 * Compares the typed name with the expected one. Ignores case, spaces and the invisible marks of
 * bidirectional text (Unicode: Bidi_Control), which copied text may contain.
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
