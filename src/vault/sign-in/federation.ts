import type { SignInDeps } from './signInDeps.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import type { AuthErrorData } from '#vault/protocol/errors.ts'
import { challengeOf, randomText } from './pkce.ts'
import type { EncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { readTokenResponse } from '#vault/session/readTokenResponse.ts'
import { readClaims } from '#vault/session/tokens.ts'
import { exchangeCode } from '#vault/cognito/tokenEndpoint.ts'

type Input<Name extends keyof SignInCommands> = SignInCommands[Name]['input']

/** What is remembered of a sign-in that is under way at a provider. */
const isPending = is.isShape({
  domain: is.isString,
  state: is.isString,
  verifier: is.isString,
  nonce: is.isString,
  redirectUri: is.isString,
  rememberMe: is.isBoolean,
  returnTo: is.isString,
  begunAt: is.isNumber,
})

const storageKey = 'federation'

/** Whoever has not come back by then has gone elsewhere. */
const validMs = 30 * 60_000

/**
 * Authorization code with PKCE, state and nonce, over the pool's domain.
 * https://www.rfc-editor.org/rfc/rfc7636, https://www.rfc-editor.org/rfc/rfc9700#section-2.1
 */
export async function startFederatedSignIn(
  { config, openStorage }: SignInDeps,
  {
    domain,
    scopes,
    provider,
    redirectUri,
    keepSignedIn: rememberMe,
    returnTo,
  }: Input<'startFederatedSignIn'>,
): Promise<SignInCommands['startFederatedSignIn']['answer']> {
  const [state, verifier, nonce] = [randomText(), randomText(), randomText()]
  const begun = { state, verifier, nonce, begunAt: Date.now() }
  const pending = { ...begun, domain, redirectUri, rememberMe, returnTo }
  await withStorageErrors(async () =>
    (await openStorage()).write(storageKey, state, pending, () => true),
  )
  const url = new URL(domainUrl(domain, 'oauth2/authorize'))
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.cognito.userPoolClientId,
    redirect_uri: redirectUri,
    identity_provider: provider,
    scope: scopes.join(' '),
    state,
    nonce,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href }
}

/** What was begun is over with this, whatever comes of it: an answer is taken once. */
export async function finishFederatedSignIn(
  deps: SignInDeps,
  { query }: Input<'finishFederatedSignIn'>,
): Promise<SignInCommands['finishFederatedSignIn']['answer']> {
  const answer = new URLSearchParams(query)
  const state = answer.get('state')
  const pending = await withStorageErrors(async () => takePending(await deps.openStorage(), state))
  // An answer to something else: a second use, another tab's, or somebody else's (RFC 9700, section 4.7).
  if (!pending) return { returnTo: '', refused: { code: 'challengeExpired' } }
  const { returnTo } = pending
  if (Date.now() > pending.begunAt + validMs) {
    return { returnTo, refused: { code: 'challengeExpired' } }
  }
  const refused = refusalIn(answer)
  if (refused) return { returnTo, refused }
  try {
    await exchangeAndSignIn(deps, answer.get('code') ?? '', pending)
    return { returnTo }
  } catch (error) {
    if (error instanceof VaultError) return { returnTo, refused: error.data }
    throw error
  }
}

/** Reads what was begun with this state, and removes it. */
async function takePending(storage: EncryptedStorage, state: string | null) {
  const begun = (await storage.read(storageKey))?.value
  if (!isPending(begun) || begun.state !== state) return undefined
  await storage.clear(storageKey, begun.state)
  return begun
}

/** @throws VaultError `storageBlocked` where the browser lets this site keep nothing, or has no room. */
async function withStorageErrors<Result>(use: () => Promise<Result>): Promise<Result> {
  try {
    return await use()
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause
    throw new VaultError({ code: 'storageBlocked' }, undefined, { cause })
  }
}

const hasNonce = is.isShape({ nonce: is.isString })

async function exchangeAndSignIn(
  { config, applyOutcome }: SignInDeps,
  code: string,
  pending: Record<'domain' | 'verifier' | 'nonce' | 'redirectUri', string> & {
    rememberMe: boolean
  },
): Promise<void> {
  const clientId = config.cognito.userPoolClientId
  const result = await exchangeCode(domainUrl(pending.domain, 'oauth2/token'), {
    client_id: clientId,
    code,
    code_verifier: pending.verifier,
    redirect_uri: pending.redirectUri,
  })
  const tokens = readTokenResponse(result, clientId, Date.now())
  // The token was made for this very sign-in (OpenID Connect Core, section 3.1.3.7 rule 11).
  if (readClaims(hasNonce, tokens.idToken, 'IdToken').nonce !== pending.nonce) {
    throw new VaultError({ code: 'unexpected', field: 'nonce' })
  }
  await applyOutcome({ kind: 'signedIn', tokens, rememberMe: pending.rememberMe })
}

/** What a provider, or Cognito in its stead, says instead of a code. RFC 6749, section 4.1.2.1 */
function refusalIn(answer: URLSearchParams): AuthErrorData | undefined {
  const error = answer.get('error')
  if (error === null) return answer.get('code') ? undefined : { code: 'federationFailed' }
  const description = answer.get('error_description') ?? ''
  if (error === 'access_denied') return { code: 'federationDenied' }
  if (/already found an entry|linked/i.test(description)) return { code: 'tooManyRequests' }
  const trigger = /^\w+ failed with error (.+?)\.?\s*$/s.exec(description)?.[1]
  if (trigger !== undefined) return { code: 'refusedByPool', detail: trigger }
  // A scope that the client may not ask for is called an invalid request, with the scope in its words.
  if (error === 'unauthorized_client' || /invalid_scope/.test(error + description)) {
    return { code: 'misconfigured' }
  }
  return { code: 'federationFailed' }
}

/** An address of the domain, which may itself be below a path. */
const domainUrl = (domain: string, path: string) => `${domain.replace(/\/$/, '')}/${path}`
