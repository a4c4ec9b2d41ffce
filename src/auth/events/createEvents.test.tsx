import { afterEach, expect, it, vi } from 'vitest'
import type { OnEvent } from './authEvent.ts'
import { createEvents } from './createEvents.ts'
import { watchVault } from './watchVault.ts'

afterEach(() => vi.unstubAllGlobals())

/** Sent when a form gets the focus. */
const focused = { id: 1, name: 'prepareSignIn', input: {} } as const

it('loads nothing where nobody receives events', () => {
  expect(watchVault({})).toBeUndefined()
})

it('goes on to the next receiver after a bug of the first one', () => {
  const reported = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', reported)
  const bug = new TypeError('a bug')
  const onEvent = vi.fn<OnEvent>(() => {
    throw bug
  })
  const watch = createEvents({ onEvent })
  watch(focused, 0, '/sign-in')
  expect(onEvent).toHaveBeenCalled()
  expect(reported).toHaveBeenCalledWith(bug)
})

it('sends events to the endpoint of the config', () => {
  const sendBeacon = vi.fn<typeof navigator.sendBeacon>(() => true)
  vi.stubGlobal('navigator', { sendBeacon })
  const watch = createEvents({ endpoint: 'https://events.example.com/' })
  watch(focused, 0, '/sign-in')
  window.dispatchEvent(new Event('pagehide'))
  expect(sendBeacon).toHaveBeenCalledWith('https://events.example.com/', expect.anything())
})
