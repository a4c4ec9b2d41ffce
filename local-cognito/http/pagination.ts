import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { invalidParameter } from '#local-cognito/errors.ts'

/**
 * One page of a list, by key and in the order of the keys, so that what is added or removed between
 * two calls makes nothing appear twice. The token names the last key that was given out.
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

/** The service's own words for a token it did not issue are not known. */
function read(token: string) {
  const bytes = fromBase64Url(token)
  const text = bytes && fromUtf8(bytes)
  if (!text?.startsWith('after:')) throw invalidParameter('Invalid pagination token.')
  return text.slice('after:'.length)
}
