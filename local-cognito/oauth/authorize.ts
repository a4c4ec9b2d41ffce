import { html } from '#local-cognito/http/html.ts'
import { domainPath } from '#local-cognito/pools/addresses.ts'
import { labelOf, providersOf } from '#local-cognito/pools/identityProviders.ts'
import type { Client, HostedSignIn, Pool } from '#local-cognito/records.ts'
import { readAuthorizeRequest, requestedProvider } from './authorizeRequest.ts'
import { OAuthError } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { page } from './page.ts'
import { redirect, withQuery } from './responses.ts'

/** `GET /oauth2/authorize`: redirects to a provider, or to the choice of one. */
export const authorize = (oauthRequest: OAuthRequest) =>
  withClient(oauthRequest, (client) => {
    const { cognito, pool, query } = oauthRequest
    const request = readAuthorizeRequest(oauthRequest, client)
    const provider = requestedProvider(pool, client, query)
    // The domain has no session, so no user is ever signed in already.
    if (query.get('prompt') === 'none') throw new OAuthError('login_required', 'Login required')
    if (!provider)
      return redirect(withQuery(`${domainPath(pool)}/login`, Object.fromEntries(query)))
    const id = crypto.randomUUID()
    const signIn = { ...request, id, provider: provider.name }
    pool.pendingSignIns = [signIn, ...unexpired(pool.pendingSignIns, cognito.now())]
    return redirect(withQuery(`${domainPath(pool)}/provider`, { request: id }))
  })

/** `GET /login`: choice of a provider. Managed login on AWS asks for a password here as well. */
export const login = (oauthRequest: OAuthRequest) =>
  withClient(oauthRequest, (client) => {
    readAuthorizeRequest(oauthRequest, client)
    return chooserPage(oauthRequest, client)
  })

/** Drops expired records. */
export const unexpired = <T extends { expiresAt: number }>(records: T[] | undefined, now: number) =>
  (records ?? []).filter(({ expiresAt }) => now < expiresAt)

/**
 * Redirects errors to the client, but only to one of its registered redirect URIs, compared
 * character by character (RFC 6749, section 4.1.2.1; RFC 9700, section 2.1); otherwise to the error
 * page.
 */
function withClient(oauthRequest: OAuthRequest, job: (client: Client) => Response) {
  const { cognito, pool, query } = oauthRequest
  const client_id = query.get('client_id') ?? ''
  const redirectUri = query.get('redirect_uri') ?? ''
  const client = cognito.store.clients.get(client_id)
  if (client?.poolId !== pool.id) return redirectToErrorPage(pool, 'invalid_client', client_id)
  if (!client.settings.CallbackURLs?.includes(redirectUri))
    return redirectToErrorPage(pool, 'redirect_mismatch', client_id)
  try {
    return job(client)
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    return redirectWithError({ redirectUri, state: query.get('state') ?? undefined }, error)
  }
}

export const redirectToErrorPage = (pool: Pool, error: string, client_id?: string) =>
  redirect(withQuery(`${domainPath(pool)}/error`, { error, client_id }))

/** Redirects to the client with an error. Parameters in AWS's order. */
export const redirectWithError = (
  { redirectUri, state }: Pick<HostedSignIn, 'redirectUri' | 'state'>,
  { code, description }: OAuthError,
  status: 302 | 303 = 302,
) =>
  redirect(withQuery(redirectUri, { error_description: description, state, error: code }), status)

/**
 * Lists a client's providers. Managed login would ask for a password here too; the local Cognito
 * does not.
 */
function chooserPage({ pool, query }: OAuthRequest, client: Client): Response {
  const request = Object.fromEntries(query)
  const providers = providersOf(pool, client)
  const rows = providers.map((provider) => {
    const wanted = { ...request, identity_provider: provider.name }
    const address = withQuery(`${domainPath(pool)}/oauth2/authorize`, wanted)
    return html`<li><a class="row" href="${address}">Continue with ${labelOf(provider)}</a></li>`
  })
  const none = html`<p class="empty">This client has no identity providers.</p>`
  const main = html`<h1>Sign in</h1>
    <p class="quiet">Choose an account to sign in with.</p>
    ${
      rows.length > 0
        ? html`<ul class="rows">
            ${rows}
          </ul>`
        : none
    }`
  return page('Sign in', main)
}
