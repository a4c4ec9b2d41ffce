import { expect, it, onTestFinished } from 'vitest'
import { serveVault } from '#vault/serveVault.ts'
import { readEnvironment } from '#vault/protocol/environment.ts'
import { errorCode } from './support/expectations.ts'
import { openBrowser } from './support/openBrowser.ts'
import { expectConsoleError } from './support/setup.ts'
import { startCognito } from './support/startCognito.ts'

/** Serves a vault; the returned function sends it a message, which no page of this version does, and gives the reply. */
function openVault() {
  const { port1: page, port2: vault } = new MessageChannel()
  const close = serveVault(
    vault,
    readEnvironment({ location: { origin: 'https://portal.test' }, crypto, AbortSignal }),
  )
  onTestFinished(() => {
    close()
    page.close()
  })
  return (message: { id: number; name: string; input: object }) =>
    new Promise<unknown>((resolve) => {
      page.onmessage = ({ data }: MessageEvent<{ id?: number }>) => {
        if (data.id === message.id) resolve(data)
      }
      page.postMessage(message)
    })
}

it('answers no command before it was started, and starts once', async () => {
  const ask = openVault()
  const refused = (id: number, detail: string) => ({
    kind: 'error',
    id,
    error: { code: 'unexpected', detail },
  })
  expect(await ask({ id: 1, name: 'signOut', input: {} })).toEqual(refused(1, 'not started'))
  const { config } = await startCognito()
  const input = { config, tab: { browserSessionId: 'b' } }
  expect(await ask({ id: 2, name: 'start', input })).toMatchObject({ kind: 'answer', id: 2 })
  expect(await ask({ id: 3, name: 'start', input })).toEqual(refused(3, 'started twice'))
})

it('reports a bug, of which the page gets a code only', async () => {
  const { config } = await startCognito()
  expectConsoleError(/a bug/)
  const openChannel = () => {
    throw new TypeError('a bug')
  }
  const { auth } = openBrowser(config, { openChannel }).openTab()
  expect(await errorCode(auth.restored)).toBe('unexpected')
  expect(auth.getState()).toEqual({ status: 'signedOut' })
})
