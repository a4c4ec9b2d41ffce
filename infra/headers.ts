import type { PortalConfig } from '#config/portalConfig.ts'
import data from './headers.json' with { type: 'json' }

/** Which Cognito the page may talk to: the two members of `portal.config.json` that decide it. */
export type CognitoAddress = Pick<PortalConfig['cognito'], 'region' | 'endpoint'>

/** The origin the vault sends its requests to. */
function cognitoOrigin({ region, endpoint }: CognitoAddress): string {
  return new URL(endpoint ?? `https://cognito-idp.${region}.amazonaws.com`).origin
}

/**
 * The headers of every response: pages, scripts, JSON and errors alike. A worker whose own script
 * comes without a CSP may post to any host, whatever the page's policy says.
 *
 * HSTS names this host only; `includeSubDomains` and `preload` would bind hosts that are not ours.
 *
 * @param cognito absent where the config names no pool yet: then the page may reach nobody.
 */
export function securityHeaders(cognito: CognitoAddress | undefined): Record<string, string> {
  const origin = cognito && cognitoOrigin(cognito)
  return {
    'Content-Security-Policy': contentSecurityPolicy(origin),
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

function contentSecurityPolicy(cognito: string | undefined): string {
  const directives = Object.entries<string[]>(data.contentSecurityPolicy)
    // It would turn a Cognito on http://localhost into https://localhost, where nobody listens.
    .filter(([name]) => name !== 'upgrade-insecure-requests' || !cognito?.startsWith('http:'))
    .map(([name, sources]) => {
      const filled = sources.flatMap((source) =>
        source === '{cognito}' ? (cognito ?? []) : source,
      )
      return [name, ...filled].join(' ')
    })
  return directives.join('; ')
}
