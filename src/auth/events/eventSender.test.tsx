import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AuthEvent } from './authEvent.ts'
import { createEventSender, type EventBatch } from './eventSender.ts'

const endpoint = 'https://events.example.com/gatehouse'
const renewed = (at: number): AuthEvent => ({ name: 'renewed', ms: 1, at })

/** Stands for the browser: keeps what it is given, and says whether it accepts that. */
function plugInBeacon({ accepts = true } = {}) {
  const beacon = { accepts, addresses: [] as string[], bodies: [] as string[] }
  const sendBeacon = (address: string, body: string) => {
    beacon.addresses.push(address)
    if (beacon.accepts) beacon.bodies.push(body)
    return beacon.accepts
  }
  vi.stubGlobal('navigator', { sendBeacon })
  return Object.assign(beacon, {
    /** The bodies, which the sender has just made. */
    batches: () => beacon.bodies.map((body) => JSON.parse(body) as EventBatch),
  })
}

function setVisibility(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  // Sends what is left to nobody, so that the senders of earlier tests are empty.
  vi.stubGlobal('navigator', { sendBeacon: () => true })
  window.dispatchEvent(new Event('pagehide'))
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('sends a batch half a minute after the first event, and nothing without events', () => {
  const beacon = plugInBeacon()
  const send = createEventSender(endpoint)
  vi.advanceTimersByTime(120_000)
  expect(beacon.addresses).toEqual([])
  send(renewed(1))
  vi.advanceTimersByTime(20_000)
  send(renewed(2))
  vi.advanceTimersByTime(9_999)
  expect(beacon.batches()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(beacon.addresses).toEqual([endpoint])
  expect(beacon.batches()).toMatchObject([{ lost: 0, events: [renewed(1), renewed(2)] }])
  vi.advanceTimersByTime(120_000)
  expect(beacon.addresses).toHaveLength(1)
})

it('sends twenty events at once, under the one random id of the page', () => {
  const beacon = plugInBeacon()
  const send = createEventSender(endpoint)
  for (let at = 1; at <= 41; at += 1) send(renewed(at))
  vi.advanceTimersByTime(30_000)
  const batches = beacon.batches()
  expect(batches.map(({ events }) => events.length)).toEqual([20, 20, 1])
  expect(new Set(batches.map(({ visit }) => visit)).size).toBe(1)
  expect(batches[0]?.visit).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/)
  const other = createEventSender(endpoint)
  other(renewed(1))
  vi.advanceTimersByTime(30_000)
  expect(beacon.batches().at(-1)?.visit).not.toBe(batches[0]?.visit)
})

it('stores nothing', () => {
  plugInBeacon()
  const before = [localStorage.length, sessionStorage.length]
  createEventSender(endpoint)(renewed(1))
  vi.advanceTimersByTime(30_000)
  expect([localStorage.length, sessionStorage.length]).toEqual(before)
})

it('sends at once when the page is hidden or left, but not when it is shown again', () => {
  const beacon = plugInBeacon()
  const send = createEventSender(endpoint)
  send(renewed(1))
  setVisibility('hidden')
  send(renewed(2))
  setVisibility('visible')
  expect(beacon.batches().map(({ events }) => events)).toEqual([[renewed(1)]])
  window.dispatchEvent(new Event('pagehide'))
  expect(beacon.batches().map(({ events }) => events)).toEqual([[renewed(1)], [renewed(2)]])
})

it('keeps what the browser does not accept, up to a limit, and says how much was lost', () => {
  const beacon = plugInBeacon({ accepts: false })
  const send = createEventSender(endpoint)
  for (let at = 1; at <= 205; at += 1) send(renewed(at))
  setVisibility('hidden')
  expect(beacon.batches()).toEqual([])
  beacon.accepts = true
  setVisibility('hidden')
  const [batch] = beacon.batches()
  expect(batch).toMatchObject({ lost: 5, events: { length: 200 } })
  expect(batch?.events[0]).toEqual(renewed(6))
  // A quarter of what a browser lets wait (https://w3c.github.io/beacon/: 64 KiB).
  expect(beacon.bodies[0]?.length).toBeLessThan(16_384)
  send(renewed(206))
  setVisibility('hidden')
  expect(beacon.batches()[1]).toMatchObject({ lost: 0, events: [renewed(206)] })
})

it('does nothing in a browser without beacons', () => {
  vi.stubGlobal('navigator', {})
  const send = createEventSender(endpoint)
  expect(() => {
    for (let at = 1; at <= 50; at += 1) send(renewed(at))
    vi.advanceTimersByTime(60_000)
  }).not.toThrow()
})
