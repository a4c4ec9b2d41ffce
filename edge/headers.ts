import type { PortalConfig } from '#config/portalConfig.ts'
import data from './headers.json' with { type: 'json' }

/** Whom the portal talks to: the members of `portal.config.json` that decide it. */
export interface Destinations {
  cognito: Pick<PortalConfig['cognito'], 'region' | 'endpoint'>
  federation?: Pick<PortalConfig['federation'], 'domain'>
  api?: Pick<PortalConfig['api'], 'origins'>
  /** Those of hosts that have their own. One file of headers serves every host. */
  hosts?: ReadonlyMap<string, Destinations>
}

/** What stands in headers.json for origins that the config names, for whichever host. */
function originsOf(to: Destinations): Record<string, string[]> {
  const perHost = [to, ...(to.hosts?.values() ?? [])].map(originsOfOne)
  const names = ['{cognito}', '{domain}', '{api}'] as const
  return Object.fromEntries(names.map((name) => [name, perHost.flatMap((one) => one[name])]))
}

function originsOfOne({ cognito, federation, api }: Destinations) {
  const { region, endpoint = `https://cognito-idp.${region}.amazonaws.com` } = cognito
  return {
    '{cognito}': [new URL(endpoint).origin],
    // For the code of a sign-in over it.
    '{domain}': federation?.domain === undefined ? [] : [new URL(federation.domain).origin],
    '{api}': (api?.origins ?? []).map((named) => (named === 'self' ? "'self'" : named)),
  }
}

/**
 * The headers of every response: pages, scripts, JSON and errors alike. A worker whose own script
 * comes without a CSP may post to any host, whatever the page's policy says.
 *
 * HSTS names this host only; `includeSubDomains` and `preload` would bind hosts that are not ours.
 *
 * @param to absent where the config names no pool yet: then the page may reach nobody.
 */
export function securityHeaders(to: Destinations | undefined): Record<string, string> {
  return {
    [policy]: contentSecurityPolicy(to ? originsOf(to) : {}),
    'Permissions-Policy': Object.entries(data.permissionsPolicy)
      .map(([feature, allowed]) => `${feature}=${allowed}`)
      .join(', '),
    ...data.headers,
  }
}

/** Files under /assets/ carry their content's hash in their name; everything else may change. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? data.cacheControl.hashed : data.cacheControl.everythingElse
}

/** Whom a page with these headers may reach: the sources of `connect-src`. */
export function connectSources(headers: Record<string, string>): string[] {
  const found = directivesOf(headers[policy] ?? '').find((one) => nameOf(one) === 'connect-src')
  return found?.split(' ').slice(1) ?? []
}

/**
 * The headers of somewhere else, for a portal that talks to these: only whom it may reach differs, and
 * whether plain HTTP is spoken.
 */
export function withDestinations(
  headers: Record<string, string>,
  to: Destinations | undefined,
): Record<string, string> {
  const ours = directivesOf(contentSecurityPolicy(to ? originsOf(to) : {}))
  const theirs = directivesOf(headers[policy] ?? '')
  const directives = theirs.flatMap((theirOwn) => {
    const same = ours.find((one) => nameOf(one) === nameOf(theirOwn))
    if (nameOf(theirOwn) === 'connect-src') return same ?? []
    return nameOf(theirOwn) === 'upgrade-insecure-requests' && !same ? [] : theirOwn
  })
  return { ...headers, [policy]: directives.join('; ') }
}

const policy = 'Content-Security-Policy'

const directivesOf = (csp: string) => csp.split(';').map((directive) => directive.trim())

const nameOf = (directive: string) => directive.split(' ')[0]

function contentSecurityPolicy(origins: Record<string, string[]>): string {
  const isPlain = Object.values(origins)
    .flat()
    .some((origin) => origin.startsWith('http:'))
  const directives = Object.entries<string[]>(data.contentSecurityPolicy)
    // It would turn a Cognito on http://localhost into https://localhost, where nobody listens.
    .filter(([name]) => name !== 'upgrade-insecure-requests' || !isPlain)
    .map(([name, sources]) => {
      const filled = sources.flatMap((source) =>
        source.startsWith('{') ? (origins[source] ?? []) : source,
      )
      return [name, ...new Set(filled)].join(' ')
    })
  return directives.join('; ')
}
