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
      text += String(part)
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

interface Batch {
  visit: string
  lost: number
  events: object[]
}

/** Anyone can send batches: takes only members and events of the right form. */
function readBatch(text: string): Batch | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return isBatch(found)
      ? { visit: found.visit, lost: found.lost, events: found.events }
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isBatch(value: unknown): value is Batch {
  if (!isObject(value)) return false
  const { visit, lost, events } = value
  const isVisit = typeof visit === 'string' && /^[\da-f-]{36}$/.test(visit)
  return isVisit && Number.isInteger(lost) && Array.isArray(events) && events.every(isEvent)
}

const isEvent = (event: unknown) =>
  isObject(event) && Object.values(event).every((value) => /^\w{1,40}$/.test(String(value)))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
