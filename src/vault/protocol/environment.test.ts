import { describe, expect, it, vi } from 'vitest'
import { readEnvironment } from './environment.ts'

const location = { origin: 'https://portal.test' }

/** Throws what a browser throws for a site whose data is blocked. */
function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

class RefusedChannel {
  postMessage = refuse
  onmessage = null
  close = refuse

  constructor() {
    refuse()
  }
}

describe('the environment', () => {
  it('is read from the worker', () => {
    const environment = readEnvironment({ location, BroadcastChannel })
    const channel = environment.openChannel('a')
    expect(environment.origin).toBe('https://portal.test')
    expect(channel).toBeInstanceOf(BroadcastChannel)
    channel?.close()
  })

  it.each([
    ['missing', { location }],
    ['missing, with its parents', { location, navigator: {} }],
    [
      'refused',
      {
        location,
        get indexedDB() {
          return refuse()
        },
        navigator: {
          get locks() {
            return refuse()
          },
        },
        BroadcastChannel: RefusedChannel,
      },
    ],
  ])('is undefined where it is %s', (_, scope) => {
    const logged = vi.spyOn(console, 'info').mockReturnValue(undefined)
    const { indexedDB, locks, openChannel } = readEnvironment(scope)
    expect([indexedDB, locks, openChannel('a')]).toEqual([undefined, undefined, undefined])
    logged.mockRestore()
  })
})
