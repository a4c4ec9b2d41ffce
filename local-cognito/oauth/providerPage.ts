import { html, type Html } from '#local-cognito/http/html.ts'
import { domainPath } from '#local-cognito/pools/addresses.ts'
import { labelOf } from '#local-cognito/pools/identityProviders.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { HostedSignIn, Pool } from '#local-cognito/records.ts'
import { page } from './page.ts'
import type { ProviderProfile } from './providerClaims.ts'

/** The last profile lacks data that pools may require. */
const SAMPLES: ProviderProfile[] = [
  { email: 'ada@example.com', name: 'Ada Example', verified: true },
  { email: 'mary@example.com', name: 'Mary Example', verified: true },
  { email: 'nameless@example.com', name: '', verified: false },
]

/** Sign-in that waits for the provider's answer. */
export interface PendingSignIn {
  signIn: HostedSignIn
  idp: IdentityProvider
}

/**
 * Renders the page that stands in for the provider's own: the user picks a profile, or refuses.
 * @param given form values that were not valid, to be corrected
 */
export function providerPage(
  pool: Pool,
  { idp, signIn }: PendingSignIn,
  given?: ProviderProfile,
): Response {
  const label = labelOf(idp)
  const action = `${domainPath(pool)}/oauth2/idpresponse`
  const form = (content: Html): Html =>
    html`<form method="post" action="${action}">
      <input type="hidden" name="request" value="${signIn.id}" />
      ${content}
    </form>`
  const main = html`<div class="mark" aria-hidden="true">${label.charAt(0).toUpperCase()}</div>
    <h1>Sign in with ${label}</h1>
    <p class="quiet">
      The local Cognito simulates ${label}. No password is needed, and nothing leaves this machine.
    </p>
    <ul class="rows">
      ${SAMPLES.map((profile) => html`<li>${form(sampleProfile(profile))}</li>`)}
    </ul>
    <h2>Another account</h2>
    ${form(profileForm(given ?? { email: signIn.loginHint ?? '', name: '', verified: true }, !given))}
    ${form(html`<button class="submit" name="refuse" value="true">Refuse</button>`)}`
  return page(`Sign in with ${label}`, main, given ? 400 : 200)
}

const sampleProfile = ({ email, name, verified }: ProviderProfile): Html =>
  html`<input type="hidden" name="email" value="${email}" />
    <input type="hidden" name="name" value="${name}" />
    ${verified ? html`<input type="hidden" name="verified" value="true" />` : ''}
    <button class="row">
      <strong>${name || 'Without a name'}</strong>
      <span class="quiet">${email}${verified ? '' : ', not verified'}</span>
    </button>`

const profileForm = ({ email, name, verified }: ProviderProfile, isGood: boolean): Html =>
  html`<label class="field"
      >Email address
      <input
        type="email"
        name="email"
        value="${email}"
        autocomplete="off"
        required
        ${isGood ? '' : html`aria-invalid="true" aria-describedby="complaint"`}
      />
    </label>
    ${isGood ? '' : html`<p class="complaint" id="complaint">Enter a valid email address.</p>`}
    <label class="field">Name <input name="name" value="${name}" autocomplete="off" /> </label>
    <label class="check">
      <input type="checkbox" name="verified" value="true" ${verified ? 'checked' : ''} /> The
      address is verified
    </label>
    <button class="submit main">Sign in</button>`
