/** What an address is to answer with. */
type Kind =
  /** index.html: the portal says what there is, and whether there is anything. */
  | 'page'
  | 'script'
  | 'style'
  | 'config'
  | 'picture'
  | 'text'
  /** To the page where a password is changed. */
  | 'redirect'
  | 'missing'
  /** By CloudFront itself, before it has looked at its headers. */
  | 'refused'

export interface Address {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** `{entry}` and `{style}` are the first script and the style sheet of the release that is live. */
  path: string
  is: Kind
}

const get = (is: Kind, ...paths: string[]): Address[] =>
  paths.map((path) => ({ method: 'GET', path, is }))

/** What a site of ours does at its addresses, wherever it is served. */
export const addresses: Address[] = [
  ...get(
    'page',
    '/',
    '/index.html',
    '/?lang=de',
    '/sign-in',
    '/sign-in/',
    '/sign-in?next=%2Faccount%2Fdata',
    '/sign-in?next=/a.js',
    '/sign-in/next',
    '/sign-up',
    '/sign-up/confirm',
    '/forgot-password',
    '/reset-password',
    '/confirm?u=ada%40example.com&c=123456',
    '/reset?u=ada%40example.com&c=123456',
    '/account',
    '/account/',
    '/account/password',
    '/account/security?x=1.js',
    '/admin',
    '/goodbye',
    '/no/such/page',
    // What the deploy keeps of earlier releases is nobody's to read.
    '/releases/2026-11-23-1f3a9c0d',
    '/%72eleases/files/1f3a9c0d',
    '/a//b',
    '/%C3%A4',
    '/%00',
    `/${'long/'.repeat(200)}`,
  ),
  ...get('script', '{entry}', '{entry}?x=1', '/theme.js'),
  ...get('style', '{style}'),
  ...get('config', '/portal.config.json', '/portal.config.json?x=1'),
  ...get('picture', '/favicon.svg'),
  ...get('text', '/robots.txt'),
  ...get('redirect', '/.well-known/change-password', '/.well-known/change-password?x=1'),
  ...get(
    'missing',
    '/assets/missing-12345678.js',
    '/assets/missing-12345678.css',
    '/assets/',
    '/assets/missing',
    '{entry}/',
    '{entry}.map',
    '/favicon.ico',
    '/index.php',
    '/.env',
    '/.git/config.json',
    '/.vite/packages.json',
    '/.well-known/',
    '/.well-known/webauthn',
    '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200',
    '/reset/user@example.com',
    '/sign-in/a.js',
    '//example.com',
    '/..%2f..%2fetc',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/index.html',
    '/broken%.js',
    '/nul%00.js',
  ),
  { method: 'HEAD', path: '/sign-in', is: 'page' },
  { method: 'HEAD', path: '{entry}', is: 'script' },
  { method: 'HEAD', path: '/assets/missing-12345678.js', is: 'missing' },
  ...(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).map((method): Address => ({
    method,
    path: '/sign-in',
    is: 'refused',
  })),
  { method: 'POST', path: '{entry}', is: 'refused' },
]
