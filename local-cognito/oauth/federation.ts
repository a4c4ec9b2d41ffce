import { CognitoError } from '#local-cognito/errors.ts'
import type { User, HostedSignIn } from '#local-cognito/records.ts'
import { isEmail } from '#local-cognito/users/attributes.ts'
import { living, misled, refuseTo } from './authorize.ts'
import type { Visit } from './oauthRequest.ts'
import { federatedUser } from './federatedUser.ts'
import { OAuthError } from './oauthError.ts'
import { labelOf, providerOf } from '#local-cognito/pools/identityProviders.ts'
import { providerPage, type Waiting } from './providerPage.ts'
import { redirect, withQuery } from './responses.ts'

/** A code is good for five minutes (developer guide, "Token endpoint"). */
const CODE = 5 * 60 * 1000

/** `GET /provider`: the page that stands in for a provider's own. */
export function provider(visit: Visit) {
  const found = waiting(visit, visit.query.get('request'))
  if (!found) return misled(visit.pool, 'session_expired')
  return providerPage(visit.pool, found)
}

/**
 * `POST /oauth2/idpresponse`: somebody answered the provider. On AWS the provider brings its own
 * answer here; this one is the form's.
 */
export async function idpResponse(visit: Visit) {
  const { cognito, pool, form } = visit
  const found = waiting(visit, form.get('request'))
  const email = form.get('email')?.trim() ?? ''
  const refuses = form.has('refuse')
  if (!found) return misled(pool, 'session_expired')
  const name = form.get('name')?.trim() ?? ''
  const who = { email, name, verified: form.has('verified') }
  if (!refuses && !isEmail(email)) return providerPage(pool, found, who)
  const { signIn, idp } = found
  // Answered once: whoever goes back and answers again has to begin again.
  pool.waiting = pool.waiting?.filter((each) => each !== signIn) ?? []
  const client = cognito.store.clients.get(signIn.clientId)
  if (!client) return misled(pool, 'invalid_client', signIn.clientId)
  try {
    if (refuses) throw new OAuthError('access_denied', `${labelOf(idp)} Error - access_denied`)
    const user = await federatedUser(cognito, pool, client, idp, who)
    const code = grant(visit, signIn, user)
    return redirect(withQuery(signIn.redirectUri, { code, state: signIn.state }), 303)
  } catch (error) {
    // What the pool would not take comes as the API words it (developer guide, "Federation errors").
    if (error instanceof CognitoError)
      return refuseTo(signIn, new OAuthError('invalid_request', error.message.trim()), 303)
    if (error instanceof OAuthError) return refuseTo(signIn, error, 303)
    throw error
  }
}

function grant({ cognito, pool }: Visit, signIn: HostedSignIn, user: User) {
  const code = crypto.randomUUID()
  const { username, sub } = user
  const expiresAt = cognito.now() + CODE
  const granted = { ...signIn, code, username, sub, expiresAt }
  pool.authorizations = [granted, ...living(pool.authorizations, cognito.now())]
  return code
}

function waiting({ cognito, pool }: Visit, id: string | null): Waiting | undefined {
  const signIn = living(pool.waiting, cognito.now()).find((each) => each.id === id)
  const idp = signIn && providerOf(pool, signIn.provider)
  return idp && { signIn, idp }
}
