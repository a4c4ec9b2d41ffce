import type { IncomingMessage, ServerResponse } from 'node:http'
import { isThisMachine } from '#local-cognito/http/thisMachine.ts'

/** Far above any input of Cognito's API. */
const MAX_BODY_BYTES = 1_000_000

/**
 * Converts a Node request to a Fetch request; to an error response where that is impossible, or
 * where the client knows this server by a name that is not this machine's.
 */
export async function toRequest(incoming: IncomingMessage, origin: string) {
  const method = incoming.method ?? 'GET'
  const url = readUrl(incoming, origin)
  if (!url) return new Response('Bad address', { status: 400 })
  if (!isThisMachine(new URL(url).hostname))
    return new Response('The local Cognito answers requests to localhost only.', { status: 403 })
  // Methods that the Fetch standard forbids in a `Request`.
  if (/^(connect|trace|track)$/i.test(method)) return new Response(null, { status: 405 })
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const each of value ?? []) headers.append(name, each)
  if (/^(get|head)$/i.test(method)) return new Request(url, { method, headers })
  const body = await readBody(incoming)
  if (!body) return new Response('Request body too large', { status: 413 })
  return new Request(url, { method, headers, body })
}

/** Uses the host that the client sent: tokens and the portal's config have to name it. */
function readUrl({ url = '/', headers }: IncomingMessage, origin: string) {
  const base = headers.host ? `http://${headers.host}` : origin
  return URL.canParse(`${base}${url}`) ? `${base}${url}` : undefined
}

async function readBody(incoming: IncomingMessage) {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  // Node types the chunks of a stream as `any`.
  const arriving: AsyncIterable<Uint8Array> = incoming
  for await (const chunk of arriving) {
    const bytes = Uint8Array.from(chunk)
    length += bytes.length
    // The rest is read and dropped, so that the client receives the answer.
    if (length <= MAX_BODY_BYTES) chunks.push(bytes)
  }
  return length > MAX_BODY_BYTES ? undefined : new Blob(chunks)
}

/**
 * Sends a Fetch response. `Response.error()`, a network failure in Fetch, breaks the connection.
 */
export async function sendResponse(response: Response, outgoing: ServerResponse) {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = new Uint8Array(await response.arrayBuffer())
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(body)
}
