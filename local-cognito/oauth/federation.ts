import { CognitoError } from '#local-cognito/errors.ts'
import { findProvider, labelOf } from '#local-cognito/pools/identityProviders.ts'
import type { HostedSignIn, User } from '#local-cognito/records.ts'
import { isEmail } from '#local-cognito/users/attributes.ts'
import { redirectToErrorPage, redirectWithError, unexpired } from './authorize.ts'
import { federatedUser } from './federatedUser.ts'
import { OAuthError } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { type PendingSignIn, providerPage } from './providerPage.ts'
import { redirect, withQuery } from './responses.ts'

/** Validity of an authorization code (developer guide, "Token endpoint"). */
const CODE_VALIDITY = 5 * 60 * 1000

/** `GET /provider`: sample page in place of the provider's own. */
export function provider(oauthRequest: OAuthRequest) {
  const found = findPendingSignIn(oauthRequest, oauthRequest.query.get('request'))
  if (!found) return redirectToErrorPage(oauthRequest.pool, 'session_expired')
  return providerPage(oauthRequest.pool, found)
}

/**
 * `POST /oauth2/idpresponse`: result of the provider. On AWS the provider posts its own response;
 * here it is the sample page's form.
 */
export async function idpResponse(oauthRequest: OAuthRequest) {
  const { cognito, pool, form } = oauthRequest
  const found = findPendingSignIn(oauthRequest, form.get('request'))
  const email = form.get('email')?.trim() ?? ''
  const refuses = form.has('refuse')
  if (!found) return redirectToErrorPage(pool, 'session_expired')
  const name = form.get('name')?.trim() ?? ''
  const profile = { email, name, verified: form.has('verified') }
  if (!refuses && !isEmail(email)) return providerPage(pool, found, profile)
  const { signIn, idp } = found
  // A provider response works once: after going back, the user has to start again.
  pool.pendingSignIns = pool.pendingSignIns?.filter((each) => each !== signIn) ?? []
  const client = cognito.store.clients.get(signIn.clientId)
  if (!client) return redirectToErrorPage(pool, 'invalid_client', signIn.clientId)
  try {
    if (refuses) throw new OAuthError('access_denied', `${labelOf(idp)} Error - access_denied`)
    const user = await federatedUser(cognito, pool, client, idp, profile)
    const code = createCode(oauthRequest, signIn, user)
    return redirect(withQuery(signIn.redirectUri, { code, state: signIn.state }), 303)
  } catch (error) {
    // The pool's refusals reach the client in the API's wording (developer guide, "Federation
    // errors").
    if (error instanceof CognitoError)
      return redirectWithError(signIn, new OAuthError('invalid_request', error.message.trim()), 303)
    if (error instanceof OAuthError) return redirectWithError(signIn, error, 303)
    throw error
  }
}

function createCode({ cognito, pool }: OAuthRequest, signIn: HostedSignIn, user: User) {
  const code = crypto.randomUUID()
  const { username, sub } = user
  const expiresAt = cognito.now() + CODE_VALIDITY
  const granted = { ...signIn, code, username, sub, expiresAt }
  pool.authorizations = [granted, ...unexpired(pool.authorizations, cognito.now())]
  return code
}

function findPendingSignIn(
  { cognito, pool }: OAuthRequest,
  id: string | null,
): PendingSignIn | undefined {
  const signIn = unexpired(pool.pendingSignIns, cognito.now()).find((each) => each.id === id)
  const idp = signIn && findProvider(pool, signIn.provider)
  return idp && { signIn, idp }
}
