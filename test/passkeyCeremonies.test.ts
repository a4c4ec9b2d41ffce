import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { authenticateWithPasskey, cancelPasskeyCeremony } from '#auth/authenticateWithPasskey.ts'
import { registerPasskey } from '#auth/registerPasskey.ts'
import { usableMethods } from '#auth/supportsPasskeys.ts'
import { expectConsoleError } from '#test/support/setup.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'

// What a browser says when there is no passkey, and what the page is told of it.

let authenticator: ReturnType<typeof plugInAuthenticator>

beforeEach(() => {
  authenticator = plugInAuthenticator()
  // The library compares the relying party with the page's host.
  vi.stubGlobal('location', { hostname: 'localhost' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const challenge = 'AAAA'
const request = { challenge, rpId: 'localhost' } as unknown as Parameters<
  typeof authenticateWithPasskey
>[0]
const creation = {
  challenge,
  rp: { id: 'localhost', name: 'Gatehouse' },
  user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
}

/** Makes the browser refuse both ceremonies with this error. */
function refuseWith(name: string) {
  const refuse = () => Promise.reject(new DOMException('No.', name))
  authenticator.get = refuse
  authenticator.create = refuse
}

describe('a passkey that is asked for', () => {
  it.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['SecurityError', 'wrongSite'],
  ])('after %s is %s', async (name, status) => {
    if (status === 'wrongSite') expectConsoleError(/No|domain|RP ID/)
    refuseWith(name)
    expect(await authenticateWithPasskey(request)).toEqual({ status })
  })

  it('is unsupported in a browser without WebAuthn, whose other methods are offered', async () => {
    expect(usableMethods(['PASSWORD', 'WEB_AUTHN'])).toEqual(['PASSWORD', 'WEB_AUTHN'])
    vi.stubGlobal('window', {})
    expect(await authenticateWithPasskey(request)).toEqual({ status: 'unsupported' })
    expect(usableMethods(['PASSWORD', 'WEB_AUTHN'])).toEqual(['PASSWORD'])
    expect(usableMethods(['WEB_AUTHN'])).toEqual(['WEB_AUTHN'])
  })

  it('fails for options that cannot be read', async () => {
    refuseWith('DataError')
    await expect(authenticateWithPasskey(request)).rejects.toThrow('No.')
    expect(cancelPasskeyCeremony).not.toThrow()
  })
})

describe('a passkey that is made', () => {
  it.each([
    ['InvalidStateError', 'duplicate'],
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['SecurityError', 'wrongSite'],
  ])('after %s is %s', async (name, status) => {
    if (status === 'wrongSite') expectConsoleError(/No|domain|RP ID/)
    refuseWith(name)
    expect(await registerPasskey(creation)).toEqual({ status })
  })

  it('is registered, or fails for options that cannot be read', async () => {
    expect(await registerPasskey(creation)).toMatchObject({ status: 'registered' })
    refuseWith('DataError')
    await expect(registerPasskey(creation)).rejects.toThrow('No.')
  })
})
