/** The kind of answer an address must give. */
type Kind =
  /** index.html: the portal's router decides what to show, also for unknown addresses. */
  | 'page'
  | 'script'
  | 'style'
  | 'config'
  | 'picture'
  | 'text'
  /** A redirect to the page that changes the password. */
  | 'redirect'
  | 'missing'
  /** A refusal by CloudFront itself, before the response headers policy applies. */
  | 'refused'

export interface Address {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** `{entry}` and `{style}` are the first script and the style sheet of the live release. */
  path: string
  kind: Kind
}

const get = (kind: Kind, paths: string): Address[] =>
  paths
    .split(/\s+/)
    .filter(Boolean)
    .map((path) => ({ method: 'GET', path, kind }))

/** Every address that the smoke test requests. */
export const addresses: Address[] = [
  ...get(
    'page',
    `/ /index.html /?lang=de /sign-in?lang=ar
     /sign-in /sign-in/ /sign-in?next=%2Faccount%2Fdata /sign-in?next=/a.js /sign-in/next
     /sign-up /sign-up/confirm /forgot-password /reset-password
     /confirm?u=ada%40example.com&c=123456 /reset?u=ada%40example.com&c=123456
     /account /account/ /account/password /account/security?x=1.js /admin /goodbye
     /no/such/page /a//b /%C3%A4 /%00 /${'long/'.repeat(200)}`,
  ),
  // The files that a deploy keeps for a rollback cannot be read.
  ...get('page', '/releases/2026-11-23-1f3a9c0d /%72eleases/files/1f3a9c0d'),
  ...get('script', '{entry} {entry}?x=1'),
  ...get('style', '{style}'),
  ...get('config', '/portal.config.json /portal.config.json?x=1'),
  ...get('picture', '/favicon.svg'),
  ...get('text', '/robots.txt'),
  ...get('redirect', '/.well-known/change-password /.well-known/change-password?x=1'),
  ...get(
    'missing',
    `/assets/missing-12345678.js /assets/missing-12345678.css /assets/ /assets/missing
     {entry}/ {entry}.map /favicon.ico /index.php /.env /.git/config.json /.vite/packages.json
     /.well-known/ /.well-known/webauthn
     /.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200
     /reset/user@example.com /sign-in/a.js //example.com
     /..%2f..%2fetc /../package.json /%2e%2e/package.json /assets/%2e%2e/index.html
     /broken%.js /nul%00.js`,
  ),
  { method: 'HEAD', path: '/sign-in', kind: 'page' },
  { method: 'HEAD', path: '{entry}', kind: 'script' },
  { method: 'HEAD', path: '/assets/missing-12345678.js', kind: 'missing' },
  ...(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).map((method): Address => ({
    method,
    path: '/sign-in',
    kind: 'refused',
  })),
  { method: 'POST', path: '{entry}', kind: 'refused' },
]
