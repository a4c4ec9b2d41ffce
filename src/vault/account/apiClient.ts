import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ApiRequest, ApiResponse } from '#vault/protocol/commands.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { SessionManager } from '#vault/session/sessionManager.ts'

/** Dependencies of the API client. */
export interface ApiClientDeps {
  config: VaultConfig
  environment: VaultEnvironment
  sessionManager: SessionManager
}

/** How long a request may take, the renewal of the tokens and the body included. */
const limitMs = 30_000

/** A caller with a signal of its own ends the request itself; this is for one that never does. */
const abortableLimitMs = 300_000

/** 0 is the status of a redirect that `fetch` was told not to follow. */
const redirectStatuses = [0, 301, 302, 303, 307, 308]

/**
 * Makes the client for the team's own API. No other place sends a token to a server other than Cognito. The
 * token is sent only to the origins in `api.origins` of the config.
 */
export function createApiClient({ config, environment, sessionManager }: ApiClientDeps) {
  /** Requests that have not been answered yet, by the id that the page gave them. */
  const running = new Map<string, AbortController>()

  /**
   * @throws VaultError `misconfigured` for another origin or a redirect, `apiForbidden` for a 403, `timeout` and
   *   others.
   */
  async function fetchWithToken(userId: string, request: ApiRequest): Promise<ApiResponse> {
    const { origin } = new URL(request.url)
    if (!config.api.origins.some((allowed) => originOf(allowed, environment.origin) === origin)) {
      throw misconfigured(`api.origins does not name ${origin}`)
    }
    const stopping = new AbortController()
    running.set(request.id, stopping)
    const limit = request.isAbortable ? abortableLimitMs : limitMs
    const timer = setTimeout(() => stopping.abort(new VaultError({ code: 'timeout' })), limit)
    try {
      // Not kept waiting by a renewal of the tokens, which goes on.
      return await Promise.race([
        stopped(stopping.signal),
        exchange(userId, request, stopping.signal),
      ])
    } finally {
      clearTimeout(timer)
      running.delete(request.id)
    }
  }

  function exchange(
    userId: string,
    request: ApiRequest,
    signal: AbortSignal,
  ): Promise<ApiResponse> {
    let renewed = false
    return sessionManager.withAccessToken(userId, async (token) => {
      const response = await send(request, token, signal)
      if (redirectStatuses.includes(response.status))
        throw misconfigured(`${request.url} redirects`)
      if (response.status === 403) throw await forbidden(response)
      if (response.status === 401 && !renewed) {
        renewed = true
        // Makes the session manager renew the token and try once more.
        throw new VaultError({ code: 'notSignedIn' })
      }
      const { status, statusText, headers } = response
      return { status, statusText, headers: [...headers], body: await bodyOf(response) }
    })
  }

  return {
    fetch: fetchWithToken,
    abort: (id: string) => running.get(id)?.abort(),
  }
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      // Without a reason of the vault, the page has one: that of the caller's signal.
      const reason: unknown = signal.reason
      reject(reason instanceof VaultError ? reason : new VaultError({ code: 'network' }))
    })
  })
}

/** @returns undefined for a text that is not a URL. */
function originOf(url: string, self: string): string | undefined {
  if (url === 'self') return self
  try {
    return new URL(url).origin
  } catch {
    // A TypeError: nothing else is thrown here.
    return undefined
  }
}

function misconfigured(detail: string): VaultError {
  return new VaultError({ code: 'misconfigured', detail })
}

async function send(
  { url, method, headers: requestHeaders, body }: ApiRequest,
  token: string,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers(requestHeaders)
  headers.set('authorization', `Bearer ${token}`)
  try {
    return await fetch(url, {
      method,
      headers,
      ...(body && { body }),
      // Following a redirect to another origin could send the token there.
      redirect: 'manual',
      credentials: 'omit',
      // The next user must not read this user's response.
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
