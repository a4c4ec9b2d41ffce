import { expect, test } from 'vitest'
import { readEnvironment } from './protocol/environment.ts'
import { serveVault } from './serveVault.ts'

// WebKit evaluates a worker's entry again when a chunk imports it. The second vault must not take the port over.
test('refuses a port that is served already', () => {
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
