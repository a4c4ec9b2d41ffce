import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { invalidParameter } from '#local-cognito/errors.ts'

/**
 * Returns one page of a list, ordered by key, so that items added or removed between calls never
 * repeat others. The token holds the last key returned.
 */
export function paginate<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, token }: { limit: number; token: string | undefined },
): { items: T[]; next?: string } {
  const after = token === undefined ? undefined : read(token)
  const left = items
    .filter((item) => after === undefined || keyOf(item) > after)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const given = left.slice(0, limit)
  const last = given.at(-1)
  return last !== undefined && left.length > given.length
    ? { items: given, next: toBase64Url(utf8(`after:${keyOf(last)}`)) }
    : { items: given }
}

/** The service's message for an invalid token is not known. */
function read(token: string) {
  const bytes = fromBase64Url(token)
  const text = bytes && fromUtf8(bytes)
  if (!text?.startsWith('after:')) throw invalidParameter('Invalid pagination token.')
  return text.slice('after:'.length)
}
