import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { atEndOfFile } from './endOfFile.ts'

const server = setupServer()
let isListening = false

/**
 * Network of a test file: only handlers that a test adds can be reached. Every local Cognito has an origin of
 * its own, so that tests of one file do not affect each other.
 */
export const network = {
  /** Adds handlers until the end of the file. */
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
  /** Returns the bodies of the requests that are made while `run` runs. */
  async requestsDuring(run: () => Promise<void>): Promise<string[]> {
    const bodies: Promise<string>[] = []
    const record = ({ request }: { request: Request }) => bodies.push(request.clone().text())
    server.events.on('request:start', record)
    await run()
    server.events.removeListener('request:start', record)
    return Promise.all(bodies)
  },
  /** Calls `see` with each request that is made while `run` runs, and waits for it. */
  async eachRequestDuring(
    run: () => Promise<void>,
    see: (request: Request) => Promise<void>,
  ): Promise<void> {
    const seen: Promise<void>[] = []
    const record = ({ request }: { request: Request }) => seen.push(see(request.clone()))
    server.events.on('request:start', record)
    await run()
    server.events.removeListener('request:start', record)
    await Promise.all(seen)
  },
  /** Returns the Cognito actions that are called while `run` runs. */
  async actionsDuring(run: () => Promise<unknown>): Promise<string[]> {
    const actions: string[] = []
    const record = ({ request }: { request: Request }) => {
      actions.push(request.headers.get('x-amz-target')?.split('.')[1] ?? request.url)
    }
    server.events.on('request:start', record)
    await run()
    server.events.removeListener('request:start', record)
    return actions
  },
}
