import type { IncomingMessage, ServerResponse } from 'node:http'

/** No input of Cognito's API comes near: a larger one is a mistake, or malice. */
const MAX_BODY_BYTES = 1_000_000

/** The request in the platform's terms; a Response when it cannot be one. */
export async function toRequest(incoming: IncomingMessage, origin: string) {
  const method = incoming.method ?? 'GET'
  const url = readUrl(incoming, origin)
  if (!url) return new Response('Bad address', { status: 400 })
  // Those that `Request` refuses by the Fetch standard.
  if (/^(connect|trace|track)$/i.test(method)) return new Response(null, { status: 405 })
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const each of value ?? []) headers.append(name, each)
  if (/^(get|head)$/i.test(method)) return new Request(url, { method, headers })
  const body = await readBody(incoming)
  if (!body) return new Response('Request body too large', { status: 413 })
  return new Request(url, { method, headers, body })
}

/** The host is the one the client knows us by: tokens and the portal's config are to name it. */
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
    // The rest is read and dropped, so that the client gets to hear of it.
    if (length <= MAX_BODY_BYTES) chunks.push(bytes)
  }
  return length > MAX_BODY_BYTES ? undefined : new Blob(chunks)
}

/** `Response.error()`, which is how Fetch spells a network failure, becomes one. */
export async function sendResponse(response: Response, outgoing: ServerResponse) {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = new Uint8Array(await response.arrayBuffer())
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(body)
}
