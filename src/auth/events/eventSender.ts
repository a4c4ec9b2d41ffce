import type { AuthEvent, OnEvent } from './authEvent.ts'

/** Body of a request to `events.endpoint`. */
export interface EventBatch {
  /** Random for each page that is opened, and stored nowhere: ties the steps of one visit together. */
  visit: string
  /** Events that were dropped before these, because the browser did not accept earlier batches. */
  lost: number
  events: AuthEvent[]
}

/** Number of events that are sent at once. */
const batchSize = 20

/** Time after which events are sent that have not become a batch. */
const patienceMs = 30_000

/** Number of events that wait for a browser which accepts none. All of them are far less than its limit of 64 kB. */
const maxWaiting = 200

/**
 * Sends events in batches with `navigator.sendBeacon`, which does not delay the page and works while it is closed:
 * when there are 20, after 30 seconds, and whenever the page is hidden. Whether a batch has arrived is not known.
 * https://w3c.github.io/beacon/
 *
 * @param endpoint its origin must be in `connect-src` of the CSP. A text is sent as `text/plain`, for which browsers
 *   ask no permission first (CORS): a preflight would be lost with the page.
 */
export function createEventSender(endpoint: string): OnEvent {
  const visit = crypto.randomUUID()
  let waiting: AuthEvent[] = []
  let lost = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function send() {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const batch: EventBatch = { visit, lost, events: waiting }
    if (!sendBeacon(endpoint, JSON.stringify(batch))) return
    waiting = []
    lost = 0
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send()
  })
  window.addEventListener('pagehide', send)

  return (event) => {
    waiting.push(event)
    if (waiting.length > maxWaiting) {
      waiting.shift()
      lost += 1
    }
    if (waiting.length % batchSize === 0) send()
    else timer ??= setTimeout(send, patienceMs)
  }
}

/** @returns false where the browser does not accept the body: too much is under way, or the user has turned it off. */
function sendBeacon(endpoint: string, body: string): boolean {
  return 'sendBeacon' in navigator && navigator.sendBeacon(endpoint, body)
}
