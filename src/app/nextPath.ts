import { paths } from '#paths.ts'

/** Longer than any address of ours; what is longer was made to break something. */
const longest = 2048

/** Stands for our own origin while an address is resolved; cannot exist (RFC 2606 section 2). */
const here = 'https://gatehouse.invalid'

/**
 * Where to go after sign-in: the `next` of the query if it is a path of this app, else the account.
 *
 * Refuses everything that a browser could read as another origin, now or after one more decoding:
 * schemes, `//host`, `/\host`, dot segments that leave those, control characters, user info.
 * https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 */
export function nextPath(next: string | null): string {
  if (next === null || next.length > longest || !isOwnPath(next)) return paths.account
  const { pathname, search, hash } = new URL(next, here)
  return pathname + search + hash
}

function isOwnPath(next: string): boolean {
  const url = parseUrl(next)
  if (url?.origin !== here || !isPlainPath(next) || !isPlainPath(url.pathname)) return false
  // A path may be decoded again on its way, by a proxy or by a later version of this app.
  const path = withoutQuery(next)
  const decoded = decode(path)
  return decoded === path || (decoded !== undefined && isOwnPath(decoded))
}

function parseUrl(next: string): URL | undefined {
  try {
    return new URL(next, here)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function isPlainPath(next: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\\\u0000-\u001f\u007f]/.test(next)) return false
  const path = withoutQuery(next)
  return path.startsWith('/') && !path.includes('//')
}

function withoutQuery(next: string): string {
  return next.split(/[?#]/)[0] ?? ''
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
