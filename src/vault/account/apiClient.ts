import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ApiRequest, ApiResponse } from '#vault/protocol/commands.ts'
import type { AccountDeps } from './accountCommands.ts'

/** 0 is the status of a redirect that `fetch` was told not to follow. */
const redirects = [0, 301, 302, 303, 307, 308]

/**
 * Makes the client for the team's own API. This is the only place that sends a token to another server
 * than Cognito, and only to origins that the config names.
 */
export function createApiClient({
  config,
  environment,
  sessionManager,
}: Pick<AccountDeps, 'config' | 'environment' | 'sessionManager'>) {
  const running = new Map<string, AbortController>()

  /** @throws VaultError `misconfigured` for another origin or a redirect, `apiForbidden` for a 403. */
  async function fetchWithToken(userId: string, request: ApiRequest): Promise<ApiResponse> {
    const { origin } = new URL(request.url)
    if (!config.api.origins.some((named) => originOf(named, environment.origin) === origin)) {
      throw misconfigured(`api.origins does not name ${origin}`)
    }
    const aborted = new AbortController()
    running.set(request.id, aborted)
    let renewed = false
    try {
      return await sessionManager.withAccessToken(userId, async (token) => {
        const response = await send(request, token, aborted.signal)
        if (redirects.includes(response.status)) throw misconfigured(`${request.url} redirects`)
        if (response.status === 403) throw await forbidden(response)
        if (response.status === 401 && !renewed) {
          renewed = true
          // Makes the session manager renew the token and try once more.
          throw new VaultError({ code: 'notSignedIn' })
        }
        const { status, statusText, headers } = response
        return { status, statusText, headers: [...headers], body: await bodyOf(response) }
      })
    } finally {
      running.delete(request.id)
    }
  }

  return {
    fetch: fetchWithToken,
    abort: (id: string) => running.get(id)?.abort(),
  }
}

/** @returns undefined for a text that is not a URL. */
function originOf(named: string, self: string): string | undefined {
  if (named === 'self') return self
  try {
    return new URL(named).origin
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function misconfigured(detail: string): VaultError {
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
      // A browser that follows a redirect to another origin may send the token there.
      redirect: 'manual',
      credentials: 'omit',
      // An answer to one user must not be read by the next.
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
 * Reads why the API refused: `detail` in its own words (RFC 9457), `field` with the scopes that the token
 * lacks (RFC 6750 section 3.1).
 */
async function forbidden(response: Response): Promise<VaultError> {
  const challenge = response.headers.get('www-authenticate') ?? ''
  const lacksScope = parameter(challenge, 'error') === 'insufficient_scope'
  const { detail, title } = await problemIn(response)
  const detailText = [detail, title, parameter(challenge, 'error_description')].find(isText)
  const scope = lacksScope ? parameter(challenge, 'scope') : undefined
  return new VaultError({
    code: 'apiForbidden',
    ...(detailText === undefined ? {} : { detail: detailText }),
    ...(scope === undefined ? {} : { field: scope }),
  })
}

function isText(value: unknown): value is string {
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
    // A body that cannot be read does not hide the 403.
    return {}
  }
}
