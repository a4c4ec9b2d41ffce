import { connectSources, type Destinations, securityHeaders, withDestinations } from './headers.ts'

/**
 * The headers that a site does not have as it should. It may admit more origins than a config names,
 * for other hosts and pools, and bind the names below its own to HTTPS (`strictTransport`).
 *
 * @param found names as in `securityHeaders`
 */
export function differingHeaders(found: Record<string, string>, to: Destinations): string[] {
  const wanted = securityHeaders(to)
  return Object.keys(wanted).filter((name) => !isAsWanted(name, found, wanted, to))
}

type Headers = Record<string, string>

function isAsWanted(name: string, found: Headers, wanted: Headers, to: Destinations): boolean {
  if (name === 'Content-Security-Policy') {
    const admitted = connectSources(found)
    const isRest = withDestinations(found, to)[name] === wanted[name]
    return isRest && connectSources(wanted).every((source) => admitted.includes(source))
  }
  if (name === 'Strict-Transport-Security') {
    return found[name]?.replace(/; includeSubDomains(; preload)?$/, '') === wanted[name]
  }
  return found[name] === wanted[name]
}
