import type { Session } from './state.ts'

/** Those whose response has no body, and may not be given one. */
const bodiless = [204, 205, 304]

/** `fetch` over the vault: the request crosses whole, and the response comes back whole. */
export async function fetchApi(
  own: Session['own'],
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const request = new Request(input, init)
  const { signal, url, method } = request
  const id = crypto.randomUUID()
  const stop = () => void own('stopFetch', { id })
  const body = await request.arrayBuffer()
  signal.throwIfAborted()
  signal.addEventListener('abort', stop)
  try {
    const answer = await own('fetch', {
      id,
      url,
      method,
      headers: [...request.headers],
      ...(body.byteLength > 0 && { body }),
    })
    const { status, statusText, headers } = answer
    const response = new Response(bodiless.includes(status) ? undefined : answer.body, {
      status,
      statusText,
      headers,
    })
    // A response that was made has no address of its own.
    return Object.defineProperty(response, 'url', { value: url })
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
