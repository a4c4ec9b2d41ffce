import { describe, expect, it } from 'vitest'
import { nextPath, paths, signInPath } from './paths.ts'

const long = 8 * 1024

/** Each of these could lead away, now or after somebody decodes it once more, or is not a path at all. */
const refused = [
  '',
  ' ',
  'account',
  './account',
  '../account',
  '?next=/account',
  '#/account',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '//evil.example/account',
  '//evil.example@gatehouse.invalid',
  '//user:pass@evil.example/',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '/\\\\evil.example',
  '\\evil.example',
  '/account\\..\\evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%5c%5cevil.example',
  '/%2fevil.example',
  '/%2Fevil.example',
  '%2f%2fevil.example',
  '/%2f%2fevil.example',
  '/%252fevil.example',
  '/%252f%252fevil.example',
  '/%25252f%25252fevil.example',
  '/%255cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/../..//evil.example',
  '/account/..//evil.example',
  '/account/../../..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/account//evil.example',
  '/account/%2f%2fevil.example',
  'https://evil.example',
  'http://evil.example/account',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  'mailto:someone@example.com',
  'about:blank',
  'view-source:https://evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  '\n//evil.example',
  '/account\u0000',
  '/account\u001f',
  '/account\u007f',
  '/account?x=\u0000',
  '/account#\n',
  '/%00',
  '/%09/evil.example',
  '/%0a/evil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/%',
  '/%zz',
  '/%c0%af%c0%afevil.example',
  '/account/%',
  // Dots and slashes in other dress: what looks like one may become one where text is normalised.
  '//evil。example',
  '//evil%E3%80%82example',
  '//evil\u2024example',
  '//\u0435vil.example',
  '//xn--vil-gma.example',
  '//evil.example:443/account',
  '//evil.example\\@gatehouse.invalid',
  '//gatehouse.invalid@evil.example',
  '//gatehouse.invalid.evil.example',
  '//gatehouse.invalid:x@evil.example/',
  'https://gatehouse.invalid@evil.example',
  'https://gatehouse.invalid/account',
  'https://gatehouse.invalid\\@evil.example',
  'https:\\\\evil.example',
  'https:/\\evil.example',
  '//[::1]/',
  '//127.0.0.1/',
  '//0x7f000001/',
  '//2130706433/',
  '//localhost:3000/',
  '/%2f/evil.example',
  '/%2e%2e%2f%2fevil.example',
  '/..%2f%2fevil.example',
  '/..%5c%5cevil.example',
  '/%252e%252e%252f%252fevil.example',
  '/%5c%2fevil.example',
  '/%09%2fevil.example',
  '/%252509/evil.example',
  '/account/..;//evil.example',
  '/.%09./%2fevil.example',
  '/;//evil.example',
  '//;@evil.example',
  '//%65vil.example',
  'jav&#x61;script:alert(1)',
  'javascript&colon;alert(1)',
  '\u0001javascript:alert(1)',
  '\u00a0//evil.example',
  '\ufeff//evil.example',
  'wss://evil.example',
  'intent://evil.example#Intent;scheme=https;end',
  'x-safari-https://evil.example',
  'filesystem:https://evil.example/temporary/a',
  '/%ff%fe/evil',
  '/%u002f/evil.example',
  `/${'a'.repeat(long)}`,
  `/account?${'a'.repeat(long)}`,
  `//${'e'.repeat(long)}.example`,
]

const admitted = [
  '/',
  '/account',
  '/account/',
  '/account/security?tab=devices#passkeys',
  '/admin?page=2',
  '/account?return=https%3A%2F%2Fexample.com%2Fa%2F%2Fb',
  '/account#a//b',
  '/straße/%C3%A4',
  '/a.b/c-d_e~f',
]

describe('nextPath', () => {
  it.each(refused)('refuses %j', (next) => {
    expect(nextPath(next)).toBe(paths.account)
  })

  it.each(admitted)('admits %j and keeps path, query and hash', (next) => {
    const url = new URL(next, 'https://portal.example.com')
    expect(nextPath(next)).toBe(url.pathname + url.search + url.hash)
  })

  it('leads to the account when nobody asked for anything', () => {
    expect(nextPath(null)).toBe(paths.account)
  })

  it('never leaves the origin, whatever a browser makes of the answer', () => {
    for (const next of [...refused, ...admitted]) {
      const reached = new URL(nextPath(next), 'https://portal.example.com/sign-in')
      expect(reached.origin).toBe('https://portal.example.com')
    }
  })

  it('comes back whole through the address of the sign-in page', () => {
    const wanted = { pathname: '/account/security', search: '?a=1&b=%26', hash: '#top' }
    const query = new URL(signInPath(wanted), 'https://portal.example.com').searchParams
    expect(nextPath(query.get('next'))).toBe('/account/security?a=1&b=%26#top')
  })
})
