import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { createCognito, type CognitoOptions, type LocalCognito } from '#local-cognito/index.ts'
import type { Pool } from '#local-cognito/records.ts'
import { seed } from '#local-cognito/seed.ts'
import { sampleTriggers } from '#local-cognito/triggers/samples.ts'
import { sendResponse, toRequest } from './exchange.ts'
import { listen } from './listen.ts'
import { openState } from './state.ts'

export const DEFAULT_PORT = 9229
export const DEFAULT_STATE = '.local-cognito/state.json'

/** How long whoever is being answered may keep the server from closing. */
const PATIENCE_MS = 2000

export interface ServerOptions extends Pick<CognitoOptions, 'now' | 'onMessage'> {
  /** The next free one is taken where it is not free; 0 for any. */
  port?: number
  /** A file that keeps everything, or `memory`. */
  state?: string
  /** Hears what the person who started it should know. */
  onNotice?: (notice: string) => void
  /** Given to every pool, where tests make many: to make its own takes each pool 400 ms. */
  signingKeys?: NonNullable<Pool['keys']>
}

export interface CognitoServer {
  readonly origin: string
  readonly cognito: LocalCognito
  /** Answers what has been asked, then stops listening and gives the state file free. */
  close(): Promise<void>
}

/**
 * Starts a local Cognito with the default pool on 127.0.0.1, so that no other machine reaches it.
 * @throws Error when the state file cannot be read, or no port is free
 */
export async function startServer(options: ServerOptions = {}): Promise<CognitoServer> {
  const asked = options.state ?? DEFAULT_STATE
  const state = await openState(asked === 'memory' ? undefined : resolve(asked), options.onNotice)
  const cognito = createCognito({
    store: state.store,
    async afterChange({ pools }) {
      const { signingKeys } = options
      if (signingKeys) for (const pool of pools.values()) pool.keys ??= signingKeys
      await state.save()
    },
    triggers: sampleTriggers,
    ...(options.now && { now: options.now }),
    ...(options.onMessage && { onMessage: options.onMessage }),
  })
  let origin = ''
  const server = createServer((incoming, outgoing) => {
    const answered = toRequest(incoming, origin)
      .then((request) => (request instanceof Request ? cognito.handle(request) : request))
      .then((response) => sendResponse(response, outgoing))
    // The client went away in the middle of its request: there is nobody left to tell.
    answered.catch(() => outgoing.destroy())
  })
  try {
    await seed(state.store, options.now)
    await state.save()
    origin = `http://localhost:${await listen(server, options.port ?? DEFAULT_PORT)}`
  } catch (error) {
    await state.close()
    throw error
  }

  async function close() {
    await new Promise((done) => {
      server.close(done)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
    })
    await state.close()
  }

  return { origin, cognito, close }
}

/**
 * Its accounts have a published password, and it shows everyone's mail.
 * @throws Error where NODE_ENV says that this is production
 */
export function refuseProduction() {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('NODE_ENV is production: the local Cognito is for development and tests only.')
}
