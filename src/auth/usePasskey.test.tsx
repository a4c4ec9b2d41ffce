import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { PasskeyOptions } from './state.ts'
import { usePasskey } from './usePasskey.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const options = { challenge: 'AAAA', rpId: 'localhost' } as unknown as PasskeyOptions

function Page({ answer }: { answer: (credential: string) => Promise<void> }) {
  const { state, authenticate } = usePasskey(options, answer)
  return (
    <>
      <button type="button" onClick={authenticate}>
        Use a passkey
      </button>
      <p>{state.status}</p>
    </>
  )
}

/** Gives the browser WebAuthn, whose ceremony comes to this. */
function withWebAuthn(get: () => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', () => undefined)
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { credentials: { get } }))
}

const buffer = new ArrayBuffer(1)
const credential = {
  id: 'AA',
  rawId: buffer,
  type: 'public-key',
  response: { authenticatorData: buffer, clientDataJSON: buffer, signature: buffer },
  getClientExtensionResults: () => ({}),
}

it('says that a browser without WebAuthn has no passkeys', () => {
  render(<Page answer={() => Promise.resolve()} />)
  expect(screen.getByRole('paragraph').textContent).toBe('unsupported')
})

it('passes the credential on, and goes on asking until the page is replaced', async () => {
  withWebAuthn(() => Promise.resolve(credential))
  const given: string[] = []
  const answer = (text: string) => {
    given.push(text)
    return Promise.resolve()
  }
  render(<Page answer={answer} />)
  await userEvent.click(screen.getByRole('button'))
  await vi.waitFor(() => expect(given).toEqual([expect.stringContaining('"id":"AA"')]))
  screen.getByText('asking')
})

it('can be tried again after it was cancelled, and after an answer that is refused', async () => {
  // In jsdom, unlike in a browser, a DOMException is no Error.
  withWebAuthn(() => Promise.reject(Object.assign(new Error('No.'), { name: 'NotAllowedError' })))
  const view = render(<Page answer={() => Promise.reject(new Error('refused'))} />)
  screen.getByText('ready')
  await userEvent.click(screen.getByRole('button'))
  await screen.findByText('cancelled')
  withWebAuthn(() => Promise.resolve(credential))
  await userEvent.click(screen.getByRole('button'))
  await screen.findByText('failed')
  expect(view.unmount).not.toThrow()
})
