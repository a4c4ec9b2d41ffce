import type { ApiRequest, ApiResponse } from '#vault/protocol/commands.ts'

/** Statuses of responses that must not have a body. https://fetch.spec.whatwg.org/#null-body-status */
const nullBodyStatuses = [204, 205, 304]

interface ApiTransport {
  send: (request: ApiRequest) => Promise<ApiResponse>
  abort: (id: string) => Promise<void>
}

/** Does what `fetch` does, through the vault: request and response cross as a whole. */
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
    const answer = await send({
      id,
      url,
      method,
      headers: [...request.headers],
      ...(body.byteLength > 0 && { body }),
    })
    const { status, statusText, headers } = answer
    const response = new Response(nullBodyStatuses.includes(status) ? undefined : answer.body, {
      status,
      statusText,
      headers,
    })
    // A constructed response has no URL of its own.
    return Object.defineProperty(response, 'url', { value: url })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
