import { setupServer } from 'msw/node'
import { afterAll } from 'vitest'

/**
 * The network of a test file: what a test does not put there cannot be reached. Every world has an
 * origin of its own, so tests of one file do not meet.
 */
export const network = setupServer()

network.listen({ onUnhandledRequest: 'error' })
afterAll(() => network.close())
