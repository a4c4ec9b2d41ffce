import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { unmodelledCode } from './unmodelledCode.ts'
import { transportError, VaultError } from './vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** As for the actions: PreTokenGeneration runs here, too. */
const exchangeTimeoutMs = 30_000

/** Longer, because a rotation that is given up here may still take place at Cognito. */
const refreshTimeoutMs = 60_000

/** Each token may be missing, which `readTokenResponse` finds. A refresh without rotation has no refresh token. */
const isTokens = is.isShape(
  { access_token: is.isString },
  { id_token: is.isString, refresh_token: is.isString },
)

const isRefusal = is.isShape({ error: is.isString })

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2. Any other error is `federationFailed`. */
const errorCodes: Record<string, AuthErrorCode> = {
  invalid_grant: 'challengeExpired',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
}

/** URL of an endpoint at the pool's domain, which may itself have a path. */
export const domainUrl = (domain: string, path: string) => `${domain.replace(/\/$/, '')}/${path}`

/**
 * Exchanges an authorization code for tokens at the token endpoint of the pool's domain.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 *
 * @returns the tokens in the shape of InitiateAuth's result.
 * @throws VaultError `challengeExpired`, `misconfigured`, `federationFailed`, `blocked`, `tooManyRequests`,
 *   `serviceUnavailable`, `network` or `timeout`.
 */
export const exchangeCode = (domain: string, form: Record<string, string>) =>
  requestTokens(domain, { grant_type: 'authorization_code', ...form }, exchangeTimeoutMs)

/** Exchanges a refresh token at the same endpoint. @throws VaultError as `exchangeCode`. */
export const refreshOverDomain = (
  domain: string,
  form: { client_id: string; refresh_token: string },
) => requestTokens(domain, { grant_type: 'refresh_token', ...form }, refreshTimeoutMs)

async function requestTokens(
  domain: string,
  form: Record<string, string>,
  timeoutMs: number,
): Promise<AuthenticationResultType> {
  const { ok, status, body } = await post(domainUrl(domain, 'oauth2/token'), form, timeoutMs)
  if (ok && isTokens(body)) {
    const { access_token: AccessToken, id_token: IdToken, refresh_token: RefreshToken } = body
    return { AccessToken, IdToken, RefreshToken }
  }
  if (status < 500 && isRefusal(body)) {
    throw new VaultError({ code: errorCodes[body.error] ?? 'federationFailed' })
  }
  throw new VaultError({ code: ok ? 'federationFailed' : unmodelledCode(status) })
}

async function post(endpoint: string, form: Record<string, string>, timeoutMs: number) {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await response.text()
    return { ok: response.ok, status: response.status, body: parse(text) }
  } catch (cause) {
    throw transportError(cause)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A SyntaxError: nothing else is thrown here.
    return undefined
  }
}
