import { domainPath } from '#local-cognito/pools/addresses.ts'
import { redirectToErrorPage } from './authorize.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { redirect, withQuery } from './responses.ts'

/**
 * `GET /logout`: redirects to one of the client's `LogoutURLs`, or to sign-in. Revokes no token,
 * and since this domain has no session, does nothing else.
 */
export function logout({ cognito, pool, query }: OAuthRequest) {
  const client_id = query.get('client_id') ?? ''
  const logoutUri = query.get('logout_uri')
  const client = cognito.store.clients.get(client_id)
  if (client?.poolId !== pool.id) return redirectToErrorPage(pool, 'invalid_client', client_id)
  // `/login` validates the other parameters, as for any sign-in.
  if (logoutUri === null && query.has('redirect_uri'))
    return redirect(withQuery(`${domainPath(pool)}/login`, Object.fromEntries(query)))
  if (logoutUri === null) return redirectToErrorPage(pool, 'invalid_request', client_id)
  if (!client.settings.LogoutURLs?.includes(logoutUri))
    return redirectToErrorPage(pool, 'redirect_mismatch', client_id)
  return redirect(logoutUri)
}
