import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { isTimeout, VaultError } from './vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'

const timeoutMs = 10_000

const isTokens = is.isShape({
  access_token: is.isString,
  id_token: is.isString,
  refresh_token: is.isString,
})

const isRefusal = is.isShape({ error: is.isString })

/** RFC 6749, section 5.2. What is not here is for a support desk. */
const codes: Record<string, AuthErrorCode> = {
  invalid_grant: 'challengeExpired',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
}

/**
 * Exchanges a code for tokens, in the shape in which the API gives them.
 * @throws VaultError
 */
export async function exchangeCode(
  endpoint: string,
  form: Record<string, string>,
): Promise<AuthenticationResultType> {
  const { ok, status, body } = await post(endpoint, {
    grant_type: 'authorization_code',
    ...form,
  })
  if (ok && isTokens(body)) {
    const { access_token: AccessToken, id_token: IdToken, refresh_token: RefreshToken } = body
    return { AccessToken, IdToken, RefreshToken }
  }
  if (status >= 500) throw new VaultError({ code: 'serviceUnavailable' })
  throw new VaultError({ code: (isRefusal(body) && codes[body.error]) || 'federationFailed' })
}

async function post(endpoint: string, form: Record<string, string>) {
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
    throw new VaultError({ code: isTimeout(cause) ? 'timeout' : 'network' }, undefined, { cause })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
