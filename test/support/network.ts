import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { atEndOfFile } from './endOfFile.ts'

const server = setupServer()
let isListening = false

/**
 * The network of a test file: what a test does not put there cannot be reached. Every world has an
 * origin of its own, so tests of one file do not meet.
 */
export const network = {
  /** Answers by these from now on, until the end of the file. */
  use(...handlers: RequestHandler[]): void {
    if (!isListening) {
      isListening = true
      server.listen({ onUnhandledRequest: 'error' })
      atEndOfFile(() => {
        isListening = false
        server.close()
        server.resetHandlers()
      })
    }
    server.use(...handlers)
  },
}
