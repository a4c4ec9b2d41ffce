import { askBrowser } from '#vault/protocol/askBrowser.ts'
import { domainUrl, exchangeCode } from '#vault/cognito/tokenEndpoint.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import type { AuthErrorData } from '#vault/protocol/errors.ts'
import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { readClaims, readTokenResponse } from '#vault/session/tokens.ts'
import type { SignInDeps } from './signInDeps.ts'

/** A federated sign-in between leaving for the provider and coming back, as stored. */
interface PendingFederation {
  domain: string
  state: string
  verifier: string
  nonce: string
  redirectUri: string
  rememberMe: boolean
  returnTo: string
  /** Epoch milliseconds. */
  startedAt: number
}

const isPendingFederation: is.Validator<PendingFederation> = is.isShape({
  domain: is.isString,
  state: is.isString,
  verifier: is.isString,
  nonce: is.isString,
  redirectUri: is.isString,
  rememberMe: is.isBoolean,
  returnTo: is.isString,
  startedAt: is.isNumber,
})

const storageKey = 'federation'

/** Pending federated sign-ins expire after this. */
const validMs = 30 * 60_000

/**
 * Starts the authorization code grant with PKCE, state and nonce, over the pool's domain.
 * https://www.rfc-editor.org/rfc/rfc7636, https://www.rfc-editor.org/rfc/rfc9700#section-2.1
 *
 * @throws VaultError `storageBlocked` where nothing can be stored until the browser comes back.
 */
export async function startFederatedSignIn(
  { config, storage }: SignInDeps,
  input: SignInCommands['startFederatedSignIn']['input'],
): Promise<SignInCommands['startFederatedSignIn']['answer']> {
  const { domain, scopes, provider, redirectUri, rememberMe, returnTo } = input
  const [state, verifier, nonce] = [randomText(), randomText(), randomText()]
  const startedAt = Date.now()
  const pending: PendingFederation = {
    domain,
    state,
    verifier,
    nonce,
    redirectUri,
    rememberMe,
    returnTo,
    startedAt,
  }
  await withStorageErrors(() => storage.write(storageKey, state, pending, () => true))
  const url = new URL(domainUrl(domain, 'oauth2/authorize'))
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.cognito.userPoolClientId,
    redirect_uri: redirectUri,
    identity_provider: provider,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await codeChallengeOf(verifier),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href }
}

/** Finishes the sign-in with the query of the callback address. The state in it can be used once. */
export async function finishFederatedSignIn(
  deps: SignInDeps,
  { query }: SignInCommands['finishFederatedSignIn']['input'],
): Promise<SignInCommands['finishFederatedSignIn']['answer']> {
  const parameters = new URLSearchParams(query)
  const state = parameters.get('state')
  const pending = await withStorageErrors(() => removePending(deps.storage, state))
  // A second use, another tab's sign-in, or a forged callback (RFC 9700, section 4.7).
  if (!pending) return { returnTo: '', refused: { code: 'challengeExpired' } }
  const { returnTo } = pending
  if (Date.now() > pending.startedAt + validMs) {
    return { returnTo, refused: { code: 'challengeExpired' } }
  }
  const code = parameters.has('error') ? null : parameters.get('code')
  if (!code) return { returnTo, refused: readRefusal(parameters) }
  try {
    await exchangeAndSignIn(deps, code, pending)
    return { returnTo }
  } catch (error) {
    if (error instanceof VaultError) return { returnTo, refused: error.data }
    throw error
  }
}

/** Reads the pending sign-in with this state and removes it. */
async function removePending(storage: EncryptedStorage, state: string | null) {
  const pending = (await storage.read(storageKey))?.value
  if (!isPendingFederation(pending) || pending.state !== state) return undefined
  await storage.remove(storageKey, pending.state)
  return pending
}

/** @throws VaultError `storageBlocked` where the browser has no storage for this site, blocks it, or it is full. */
async function withStorageErrors<Result>(use: () => Promise<Result>): Promise<Result> {
  try {
    return await use()
  } catch (cause) {
    throw new VaultError({ code: 'storageBlocked' }, undefined, { cause })
  }
}

const hasNonce = is.isShape({ nonce: is.isString })

async function exchangeAndSignIn(
  { config, applyOutcome }: SignInDeps,
  code: string,
  { domain, verifier, nonce, redirectUri, rememberMe }: PendingFederation,
): Promise<void> {
  const clientId = config.cognito.userPoolClientId
  const result = await exchangeCode(domain, {
    client_id: clientId,
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })
  const receivedAt = Date.now()
  const tokens = readTokenResponse(result, clientId, { sentAt: receivedAt, receivedAt })
  // Proves that the token was issued for this sign-in (OpenID Connect Core, section 3.1.3.7 rule 11).
  if (readClaims(hasNonce, tokens.idToken, 'IdToken').nonce !== nonce) {
    throw new VaultError({ code: 'unexpected', field: 'nonce' })
  }
  await applyOutcome({ kind: 'signedIn', tokens, rememberMe, domain })
}

/** Reads the error that came instead of a code. https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
function readRefusal(parameters: URLSearchParams): AuthErrorData {
  const error = parameters.get('error') ?? ''
  const description = parameters.get('error_description') ?? ''
  if (error === 'access_denied') return { code: 'federationDenied' }
  if (/already found an entry|linked/i.test(description)) return { code: 'tooManyRequests' }
  const triggerMessage = /^\w+ failed with error (.+?)\.?\s*$/s.exec(description)?.[1]
  if (triggerMessage !== undefined) return { code: 'refusedByPool', detail: triggerMessage }
  // Cognito reports a scope that the client may not request as `invalid_request`, and names it in the description.
  if (error === 'unauthorized_client' || /invalid_scope/.test(error + description)) {
    return { code: 'misconfigured' }
  }
  return { code: 'federationFailed' }
}

/** Makes 256 random bits for a `state`, a `nonce` or a code verifier (RFC 7636, section 4.1). */
const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

/** S256 of a code verifier (RFC 7636, section 4.2). */
async function codeChallengeOf(verifier: string): Promise<string> {
  const digest = await askBrowser('crypto.subtle', () =>
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)),
  )
  return base64url(new Uint8Array(digest))
}

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
