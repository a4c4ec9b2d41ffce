/** Addresses of the pages. Those of the account and of the challenges are the two lists below. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  /** Identity providers send the browser back to it: one of the client's callback URLs. */
  signInCallback: '/sign-in/callback',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  /** Links in emails lead to these three. */
  confirmLink: '/confirm',
  resetLink: '/reset',
  magicLink: '/link',
  account: '/account',
  /** Shown once after an account has been deleted. */
  accountDeleted: '/goodbye',
  /** For members of the group `admins`. */
  admin: '/admin',
} as const

export const accountPaths = {
  profile: paths.account,
  password: `${paths.account}/password`,
  security: `${paths.account}/sign-in`,
  devices: `${paths.account}/devices`,
  sessions: `${paths.account}/sessions`,
  identities: `${paths.account}/identities`,
  access: `${paths.account}/access`,
  data: `${paths.account}/data`,
} as const

/** One address for each kind of challenge, so that Back, reload and a screen reader tell them apart. */
export const challengePaths = {
  confirmSignUp: `${paths.signUp}/confirm`,
  resetPassword: '/reset-password',
  newPassword: `${paths.signIn}/new-password`,
  totpCode: `${paths.signIn}/authenticator`,
  sentCode: `${paths.signIn}/code`,
  password: `${paths.signIn}/password`,
  passkey: `${paths.signIn}/passkey`,
  chooseMethod: `${paths.signIn}/choose`,
  setUpTotp: `${paths.signIn}/set-up-authenticator`,
  setUpEmail: `${paths.signIn}/set-up-email`,
  custom: `${paths.signIn}/challenge`,
  trustDevice: `${paths.signIn}/device`,
  unsupported: `${paths.signIn}/not-supported`,
} as const

/** Sign-in page that leads to `wanted` afterwards; `wanted` is path, query and hash. */
export function signInPath(wanted: { pathname: string; search: string; hash: string }): string {
  const next = wanted.pathname + wanted.search + wanted.hash
  return `${paths.signIn}?${new URLSearchParams({ next }).toString()}`
}

/** Longer than any address of this app. */
const maxLength = 2048

/** Stands for our own origin while an address is resolved; cannot exist (RFC 2606 section 2). */
const ownOrigin = 'https://gatehouse.invalid'

/**
 * Where to go after sign-in: the `next` of the query if it is a path of this app, else the account.
 *
 * Refuses everything that a browser could read as another origin, now or after one more decoding:
 * schemes, `//host`, `/\host`, dot segments that leave those, control characters, user info.
 * https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 *
 * @example
 * nextPath('/admin?tab=1') // '/admin?tab=1'
 * nextPath('//evil.example') // '/account'
 */
export function nextPath(next: string | null): string {
  if (next === null || next.length > maxLength || !isOwnPath(next)) return paths.account
  const { pathname, search, hash } = new URL(next, ownOrigin)
  return pathname + search + hash
}

function isOwnPath(next: string): boolean {
  const url = parseUrl(next)
  if (url?.origin !== ownOrigin || !isPlainPath(next) || !isPlainPath(url.pathname)) return false
  // A proxy, or a later version of this app, may decode the path again.
  const path = withoutQuery(next)
  const decoded = decode(path)
  return decoded === path || (decoded !== undefined && isOwnPath(decoded))
}

function parseUrl(next: string): URL | undefined {
  try {
    return new URL(next, ownOrigin)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function isPlainPath(next: string): boolean {
  // oxlint-disable-next-line no-control-regex -- finds control characters
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
