import { ConfigError, parseConfig } from '#config/loadConfig.ts'
import { describe, expect, it } from 'vitest'
import { contentType } from './contentType.ts'
import { cacheControl, securityHeaders } from './headers.ts'

const pool = { cognito: { region: 'eu-central-1' } }

const csp = (headers: Record<string, string>) => headers['Content-Security-Policy'] ?? ''

describe('securityHeaders', () => {
  it('lets the page connect to the Cognito of the region only', () => {
    expect(csp(securityHeaders(pool))).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
        "connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com; manifest-src 'self'; " +
        "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types portal-worker; " +
        'upgrade-insecure-requests',
    )
  })

  it('names the origin of an endpoint, without its path', () => {
    const headers = securityHeaders({
      cognito: { region: 'eu-central-1', endpoint: 'https://idp.example.com/a' },
    })
    expect(csp(headers)).toContain("connect-src 'self' https://idp.example.com;")
    expect(csp(headers)).toContain('upgrade-insecure-requests')
  })

  it('does not upgrade requests to a Cognito on plain HTTP', () => {
    const headers = securityHeaders({
      cognito: { region: 'local', endpoint: 'http://localhost:9229' },
    })
    expect(csp(headers)).toContain("connect-src 'self' http://localhost:9229;")
    expect(csp(headers)).not.toContain('upgrade-insecure-requests')
  })

  it('admits the domain of the pool and the API if the config names them', () => {
    const headers = securityHeaders({
      ...pool,
      federation: { domain: 'https://example.auth.eu-central-1.amazoncognito.com/' },
      api: { origins: ['self', 'https://api.example.com', 'https://api.example.com:8443'] },
    })
    expect(csp(headers)).toContain(
      "connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com " +
        'https://example.auth.eu-central-1.amazoncognito.com ' +
        'https://api.example.com https://api.example.com:8443;',
    )
    expect(csp(headers)).toContain('upgrade-insecure-requests')
  })

  it('admits the origin of the receiver of events, unless that is this site', () => {
    const withEvents = (endpoint: string) => csp(securityHeaders({ ...pool, events: { endpoint } }))
    expect(withEvents('https://events.example.com:8443/a?b=c')).toContain(
      "connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com " +
        'https://events.example.com:8443;',
    )
    expect(withEvents('/events')).toBe(csp(securityHeaders(pool)))
  })

  it('admits the destinations of every host, because all get the same headers', () => {
    const hosts = new Map([
      ['a.example.com', { cognito: { region: 'us-east-1' }, api: { origins: ['https://a.test'] } }],
      ['b.example.com', { ...pool, federation: { domain: 'https://b.auth.example.com' } }],
    ])
    expect(csp(securityHeaders({ ...pool, hosts }))).toContain(
      "connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com " +
        'https://cognito-idp.us-east-1.amazonaws.com https://b.auth.example.com https://a.test;',
    )
    const local = { cognito: { region: 'us-east-1', endpoint: 'http://localhost:9229' } }
    const headers = securityHeaders({ ...pool, hosts: new Map([['localhost:5173', local]]) })
    expect(csp(headers)).not.toContain('upgrade-insecure-requests')
  })

  it('admits no other origin while no pool is configured', () => {
    expect(csp(securityHeaders(undefined))).toContain("connect-src 'self';")
  })

  it('never allows inline code, inline styles, eval or a wildcard', () => {
    expect(csp(securityHeaders(pool))).not.toMatch(/unsafe|\*|data:|blob:/)
  })

  it('isolates the page and forbids framing, sniffing and referrers', () => {
    expect(securityHeaders(pool)).toMatchObject({
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
  })

  it('allows passkeys and the clipboard, and no other browser feature', () => {
    const policy = securityHeaders(undefined)['Permissions-Policy']?.split(', ') ?? []
    expect(policy.filter((feature) => !feature.endsWith('=()'))).toEqual([
      'publickey-credentials-get=(self)',
      'publickey-credentials-create=(self)',
      'clipboard-write=(self)',
    ])
    expect(policy).toContain('camera=()')
  })
})

describe('a config cannot inject into the policy', () => {
  const cognito = {
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_AbCdEfGhI',
    userPoolClientId: '1example23456789',
  }
  const attempts = [
    'https://*',
    'https://a.example;sandbox',
    'https://a.example,script-src',
    "https://a.example 'unsafe-inline'",
    'https://a.example/ https://b.example',
    'https://user@b.example',
    'https://[',
    'https://',
  ]

  it.each(attempts)('by %s', (value) => {
    for (const config of [
      { cognito: { ...cognito, endpoint: value } },
      { cognito, federation: { domain: value } },
      { cognito, api: { origins: [value] } },
      { cognito, events: { endpoint: value } },
    ]) {
      expect(() => parseConfig(JSON.stringify(config))).toThrow(ConfigError)
    }
  })
})

describe('cacheControl', () => {
  it.each([
    ['/assets/index-Ab12.js', 'public, max-age=31536000, immutable'],
    ['/index.html', 'no-cache'],
    ['/portal.config.json', 'no-cache'],
    ['/favicon.svg', 'no-cache'],
  ])('%s', (path, expected) => {
    expect(cacheControl(path)).toBe(expected)
  })
})

describe('contentType', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/a-1.JS', 'text/javascript; charset=utf-8'],
    ['assets/a-1.woff2', 'font/woff2'],
    ['.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['.well-known/webauthn', 'application/json; charset=utf-8'],
    ['LICENSE', 'application/octet-stream'],
    ['a.constructor', 'application/octet-stream'],
  ])('%s is %s', (path, type) => {
    expect(contentType(path)).toBe(type)
  })
})
