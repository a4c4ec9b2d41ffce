import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ApiRequest, ApiResponse } from '#vault/protocol/accountCommands.ts'
import type { AccountDeps } from './accountDeps.ts'

const underWay = new Map<string, AbortController>()

export function abortFetch(id: string): void {
  underWay.get(id)?.abort()
}

/** 0 is how a browser shows a redirect that it was told not to follow. */
const redirects = [0, 301, 302, 303, 307, 308]

/**
 * Asks the team's own API, in the name of who is signed in. The one place where a token goes to somebody
 * else than Cognito: to an origin that the operator has named, and no further.
 *
 * @throws VaultError `misconfigured` for another origin or a redirect, `apiForbidden` for a 403.
 */
export async function fetchApi(
  { config, environment, sessionManager }: AccountDeps,
  userId: string,
  request: ApiRequest,
): Promise<ApiResponse> {
  const { origin } = new URL(request.url)
  if (!config.api.origins.some((named) => originOf(named, environment.origin) === origin)) {
    throw refused(`api.origins does not name ${origin}`)
  }
  const stopped = new AbortController()
  underWay.set(request.id, stopped)
  let renewed = false
  try {
    return await sessionManager.withAccessToken(userId, async (token) => {
      const response = await send(request, token, stopped.signal)
      if (redirects.includes(response.status)) throw refused(`${request.url} leads elsewhere`)
      if (response.status === 403) throw await forbidden(response)
      if (response.status === 401 && !renewed) {
        renewed = true
        // What the keeper takes as a word to renew.
        throw new VaultError({ code: 'notSignedIn' })
      }
      const { status, statusText, headers } = response
      return { status, statusText, headers: [...headers], body: await bodyOf(response) }
    })
  } finally {
    underWay.delete(request.id)
  }
}

/** @returns undefined for what no browser would call an address. */
function originOf(named: string, self: string): string | undefined {
  if (named === 'self') return self
  try {
    return new URL(named).origin
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function refused(detail: string): VaultError {
  return new VaultError({ code: 'misconfigured', detail })
}

async function send(
  { url, method, headers: given, body }: ApiRequest,
  token: string,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers(given)
  headers.set('authorization', `Bearer ${token}`)
  try {
    return await fetch(url, {
      method,
      headers,
      ...(body && { body }),
      // A browser that follows a redirect to another origin may take the token along.
      redirect: 'manual',
      credentials: 'omit',
      // What one person was told is not to be found by the next.
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    })
  } catch (cause) {
    throw new VaultError({ code: 'network' }, undefined, { cause })
  }
}

async function bodyOf(response: Response): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer()
  } catch (cause) {
    throw new VaultError({ code: 'network' }, undefined, { cause })
  }
}

/**
 * Why not: in the words of the API (RFC 9457), and as `field` the scopes that the token lacks
 * (RFC 6750 section 3.1).
 */
async function forbidden(response: Response): Promise<VaultError> {
  const challenge = response.headers.get('www-authenticate') ?? ''
  const lacksScope = parameter(challenge, 'error') === 'insufficient_scope'
  const { detail, title } = await problemIn(response)
  const words = [detail, title, parameter(challenge, 'error_description')].find(isWords)
  const scope = lacksScope ? parameter(challenge, 'scope') : undefined
  return new VaultError({
    code: 'apiForbidden',
    ...(words === undefined ? {} : { detail: words }),
    ...(scope === undefined ? {} : { field: scope }),
  })
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function parameter(challenge: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1]
}

async function problemIn(response: Response): Promise<{ title?: unknown; detail?: unknown }> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return {}
  try {
    const problem: unknown = await response.json()
    return typeof problem === 'object' && problem !== null ? problem : {}
  } catch {
    // Half a problem is still a 403.
    return {}
  }
}
