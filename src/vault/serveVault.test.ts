import { expect, test } from 'vitest'
import { readEnvironment } from './protocol/environment.ts'
import { serveVault } from './serveVault.ts'

// WebKit evaluates a worker's entry a second time when a chunk imports it; the second one must not take over.
test('a port that is served already is not taken over', () => {
  const { port1: page, port2: vault } = new MessageChannel()
  const environment = readEnvironment({ location: { origin: 'https://portal.test' } })
  const close = serveVault(vault, environment)
  const first = vault.onmessage
  expect(() => serveVault(vault, environment)).toThrow('already served')
  expect(vault.onmessage).toBe(first)

  close()
  expect(() => serveVault(vault, environment)()).not.toThrow()
  page.close()
})
