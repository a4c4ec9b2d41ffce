/** Every address of the portal. Nothing else spells one out. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  account: '/account',
  /** For whoever has deleted their account. */
  goodbye: '/goodbye',
  /** Reachable by members of the `admins` group only. */
  admin: '/admin',
} as const

/** Where sign-in is, for someone who wanted to be elsewhere. `wanted` is path, query and hash. */
export function signInPath(wanted: { pathname: string; search: string; hash: string }): string {
  const next = wanted.pathname + wanted.search + wanted.hash
  return `${paths.signIn}?${new URLSearchParams({ next }).toString()}`
}
