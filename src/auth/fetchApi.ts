import type { ApiRequest, ApiResponse } from '#vault/protocol/commands.ts'

/** Statuses of responses that must not have a body. https://fetch.spec.whatwg.org/#null-body-status */
const nullBodyStatuses = [204, 205, 304]

/** Commands of the vault that carry a request. */
interface ApiTransport {
  send: (request: ApiRequest) => Promise<ApiResponse>
  abort: (id: string) => Promise<void>
}

/**
 * Calls the team's own API as `fetch` does, through the vault. Request and response cross with their whole body, so
 * nothing is streamed. `Session.fetch` is this function.
 *
 * Gives up after 30 seconds, the renewal of the tokens included. With `signal` in `init` the caller says how long;
 * even so, it ends after 5 minutes.
 *
 * @param input as for `fetch`; the origin must be in `api.origins` of the config.
 * @throws AuthError `apiForbidden`, `misconfigured`, `network`, `timeout`, `notSignedIn`; the signal's reason if aborted.
 * @example
 * const response = await session.fetch('https://api.example.com/orders', { method: 'POST', body })
 */
export async function fetchApi(
  { send, abort }: ApiTransport,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const request = new Request(input, init)
  const { signal, url, method } = request
  const id = crypto.randomUUID()
  const onAbort = () => void abort(id)
  const body = await request.arrayBuffer()
  signal.throwIfAborted()
  signal.addEventListener('abort', onAbort)
  try {
    const apiResponse = await send({
      id,
      url,
      method,
      headers: [...request.headers],
      // A `Request` has a signal in any case, so only that of `init` tells.
      isAbortable: !!init?.signal,
      ...(body.byteLength > 0 && { body }),
    })
    const { status, statusText, headers } = apiResponse
    const response = new Response(
      nullBodyStatuses.includes(status) ? undefined : apiResponse.body,
      {
        status,
        statusText,
        headers,
      },
    )
    // A constructed response has no URL of its own.
    return Object.defineProperty(response, 'url', { value: url })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
