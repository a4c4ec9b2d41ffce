import { html } from '#local-cognito/door/html.ts'
import type { Client } from '#local-cognito/records.ts'
import type { Visit } from './visit.ts'
import { domainPath } from './domainOf.ts'
import { page } from './page.ts'
import { labelOf, providersOf } from './providers.ts'
import { withQuery } from './responses.ts'

/** A client's providers. Managed login would ask for a password here too; the local Cognito does not. */
export function chooserPage({ pool, query }: Visit, client: Client): Response {
  const request = Object.fromEntries(query)
  const providers = providersOf(pool, client)
  const rows = providers.map((provider) => {
    const wanted = { ...request, identity_provider: provider.name }
    const address = withQuery(`${domainPath(pool)}/oauth2/authorize`, wanted)
    return html`<li><a class="row" href="${address}">Continue with ${labelOf(provider)}</a></li>`
  })
  const nobody = html`<p class="empty">This client has no identity providers.</p>`
  const main = html`<h1>Sign in</h1>
    <p class="quiet">Whose account is it to be?</p>
    ${
      rows.length > 0
        ? html`<ul class="rows">
            ${rows}
          </ul>`
        : nobody
    }`
  return page('Sign in', main)
}
