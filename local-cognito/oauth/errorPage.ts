import { html } from '#local-cognito/http/html.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { page } from './page.ts'

const MESSAGES = new Map([
  ['invalid_client', 'Client does not exist.'],
  ['invalid_request', 'The request is incomplete.'],
  ['redirect_mismatch', 'The redirect URI does not belong to the client.'],
  ['session_expired', 'This sign-in has expired. Go back and start again.'],
])

/** `GET /error`: shown where there is no redirect URI that could be trusted with an error. */
export function errorPage({ query }: OAuthRequest): Response {
  const error = query.get('error') ?? ''
  const client = query.get('client_id')
  const main = html`<h1>An error was encountered with the requested page.</h1>
    <p>${MESSAGES.get(error) ?? ''}</p>
    <p class="quiet">${error}${client ? ` · client ${client}` : ''}</p>`
  return page('Error', main, 400)
}
