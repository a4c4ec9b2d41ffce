import { html } from '#local-cognito/http/html.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { page } from './page.ts'

const MESSAGES = new Map([
  ['invalid_client', 'Client does not exist.'],
  ['invalid_request', 'Something is missing in the address that led here.'],
  ['redirect_mismatch', 'The address to go back to is none of the client’s.'],
  ['session_expired', 'This sign-in is over. Go back to where it began, and begin again.'],
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
