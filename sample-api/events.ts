import type { IncomingMessage, ServerResponse } from 'node:http'

/** Creates a handler for `events.endpoint` (docs/events.md), which writes each batch as one line of JSON. */
export function receiveEvents(write: (line: string) => void) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end()
      return
    }
    let text = ''
    for await (const part of request.setEncoding('utf8')) {
      text += part
      // Browsers send 64 kB at most.
      if (text.length > 65_536) {
        response.writeHead(413, { connection: 'close' }).end()
        return
      }
    }
    const batch = readBatch(text)
    if (batch) write(JSON.stringify({ received: new Date().toISOString(), ...batch }))
    // Without it, a browser that shows the site reports an error in its console: the site has COEP.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    response.writeHead(batch ? 204 : 400).end()
  }
}

/** Anyone can send batches: takes only members and events of the right form. */
function readBatch(text: string) {
  try {
    const { visit, lost, events } = JSON.parse(text)
    const isValid = /^[\da-f-]{36}$/.test(visit) && Number.isInteger(lost) && events.every(isEvent)
    return isValid ? { visit, lost, events } : undefined
  } catch {
    return undefined
  }
}

const isEvent = (event: object) =>
  Object.values(event).every((value) => /^(\w{1,40}|true|false)$/.test(String(value)))
