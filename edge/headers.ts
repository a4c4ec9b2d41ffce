import { cognitoEndpoint } from '#config/cognitoEndpoint.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import data from './headers.json' with { type: 'json' }

type Headers = Record<string, string>

/** The members of `portal.config.json` that decide which origins the portal connects to. */
export interface Destinations {
  cognito: Pick<PortalConfig['cognito'], 'region' | 'endpoint'>
  federation?: Pick<PortalConfig['federation'], 'domain'>
  api?: Pick<PortalConfig['api'], 'origins'>
  events?: Pick<PortalConfig['events'], 'endpoint'>
  /** The hosts that have settings of their own. All hosts get the same headers. */
  hosts?: ReadonlyMap<string, Destinations>
}

/**
 * The headers of every response: pages, scripts, JSON and errors alike. A worker whose own script has no
 * CSP may connect to any host, whatever the policy of the page.
 *
 * HSTS names this host only; `includeSubDomains` and `preload` are settings of the stack.
 *
 * @param to undefined while the config names no pool: then the page may connect to no other origin.
 */
export function securityHeaders(to: Destinations | undefined): Headers {
  return {
    [csp]: contentSecurityPolicy(to),
    'Permissions-Policy': Object.entries(data.permissionsPolicy)
      .map(([feature, allowed]) => `${feature}=${allowed}`)
      .join(', '),
    ...data.headers,
  }
}

/** Files under /assets/ have a content hash in their name; all others may change. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? data.cacheControl.hashed : data.cacheControl.everythingElse
}

/** The origins that a page with these headers may connect to: the sources of `connect-src`. */
export function connectSources(headers: Headers): string[] {
  const found = directivesOf(headers[csp] ?? '').find((one) => nameOf(one) === 'connect-src')
  return found?.split(' ').slice(1) ?? []
}

/**
 * These headers for a portal with other destinations: only `connect-src` changes, and whether requests
 * are upgraded to HTTPS.
 */
export function withDestinations(headers: Headers, to: Destinations | undefined): Headers {
  const wanted = directivesOf(contentSecurityPolicy(to))
  const directives = directivesOf(headers[csp] ?? '').flatMap((directive) => {
    const same = wanted.find((one) => nameOf(one) === nameOf(directive))
    if (nameOf(directive) === 'connect-src') return same ?? []
    return nameOf(directive) === 'upgrade-insecure-requests' && !same ? [] : directive
  })
  return { ...headers, [csp]: directives.join('; ') }
}

/**
 * Compares the headers of a site with `securityHeaders`. A site may admit more origins than the config
 * names, and may have the stricter HSTS of the setting `strictTransport`.
 *
 * @param found names written as in `securityHeaders`.
 * @returns the names of the headers that are missing or wrong.
 */
export function differingHeaders(found: Headers, to: Destinations): string[] {
  const wanted = securityHeaders(to)
  return Object.keys(wanted).filter((name) => {
    if (name === csp) {
      const admitted = connectSources(found)
      const isRestEqual = withDestinations(found, to)[name] === wanted[name]
      return !isRestEqual || !connectSources(wanted).every((source) => admitted.includes(source))
    }
    if (name === 'Strict-Transport-Security') {
      return found[name]?.replace(/; includeSubDomains(; preload)?$/, '') !== wanted[name]
    }
    return found[name] !== wanted[name]
  })
}

const csp = 'Content-Security-Policy'

const directivesOf = (policy: string) => policy.split(';').map((directive) => directive.trim())

const nameOf = (directive: string) => directive.split(' ')[0]

function contentSecurityPolicy(to: Destinations | undefined): string {
  const perHost = to ? [to, ...(to.hosts?.values() ?? [])].map(originsOf) : []
  const isPlain = perHost.some((origins) =>
    Object.values(origins)
      .flat()
      .some((origin) => origin.startsWith('http:')),
  )
  const directives = Object.entries<string[]>(data.contentSecurityPolicy)
    // It would turn a Cognito on http://localhost into https://localhost, where no server listens.
    .filter(([name]) => name !== 'upgrade-insecure-requests' || !isPlain)
    .map(([name, sources]) => {
      const filled = sources.flatMap((source) =>
        source.startsWith('{') ? perHost.flatMap((origins) => origins[source] ?? []) : source,
      )
      return [name, ...new Set(filled)].join(' ')
    })
  return directives.join('; ')
}

/** The origins for the placeholders of headers.json. */
function originsOf({ cognito, federation, api, events }: Destinations): Record<string, string[]> {
  const { region, endpoint = cognitoEndpoint(region) } = cognito
  return {
    '{cognito}': [new URL(endpoint).origin],
    // The page exchanges the code of a federated sign-in there.
    '{domain}': federation?.domain === undefined ? [] : [new URL(federation.domain).origin],
    '{api}': (api?.origins ?? []).map((origin) => (origin === 'self' ? "'self'" : origin)),
    // A path is of this site.
    '{events}': events?.endpoint?.startsWith('http') ? [new URL(events.endpoint).origin] : [],
  }
}
