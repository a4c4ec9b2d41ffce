import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { type CognitoOptions, createCognito, type LocalCognito } from '#local-cognito/index.ts'
import type { Pool } from '#local-cognito/records.ts'
import { sampleTriggers } from '#local-cognito/sample-triggers/sampleTriggers.ts'
import { seed } from '#local-cognito/seed.ts'
import { listen } from './listen.ts'
import { sendResponse, toRequest } from './nodeHttp.ts'
import { opensslPower } from './opensslPower.ts'
import { openState } from './state.ts'

export const DEFAULT_PORT = 9229
export const DEFAULT_STATE = '.local-cognito/state.json'

/** Longest time in milliseconds that open requests may delay closing. */
const CLOSE_TIMEOUT_MS = 2000

export interface ServerOptions extends Pick<CognitoOptions, 'now' | 'onMessage'> {
  /** Port to listen on, or the next free one; 0 takes any. 9229 by default. */
  port?: number
  /** State file, or `memory` to keep nothing. `.local-cognito/state.json` by default. */
  state?: string
  /** Called with warnings for the user who started the server. */
  onNotice?: (notice: string) => void
  /** Signing keys for every pool, for tests that make many: generating keys takes 400 ms. */
  signingKeys?: NonNullable<Pool['keys']>
}

export interface CognitoServer {
  readonly origin: string
  readonly cognito: LocalCognito
  /** Finishes the open requests, stops listening and releases the state file. */
  close(): Promise<void>
}

/**
 * Starts a local Cognito with the default pool and the sample triggers on 127.0.0.1, which other
 * machines cannot reach.
 * @returns the server, listening at `origin`
 * @throws Error when the state file cannot be read, or no port is free
 * @example
 * ```ts
 * const server = await startServer({ state: 'memory', port: 0 })
 * const client = new CognitoIdentityProvider({ endpoint: server.origin, region: 'us-east-1' })
 * await server.close()
 * ```
 */
export async function startServer(options: ServerOptions = {}): Promise<CognitoServer> {
  const asked = options.state ?? DEFAULT_STATE
  const state = await openState(asked === 'memory' ? undefined : resolve(asked), options.onNotice)
  const { store } = state
  const shareKeys = (poolIds: Iterable<string>) => {
    for (const pool of [...poolIds].map((id) => store.pools.get(id)))
      if (pool && options.signingKeys) pool.keys ??= options.signingKeys
  }
  const cognito = createCognito({
    store,
    async afterChange(changes) {
      shareKeys(Object.keys(changes['pools'] ?? {}))
      await state.save(changes)
    },
    triggers: sampleTriggers,
    power: opensslPower,
    ...(options.now && { now: options.now }),
    ...(options.onMessage && { onMessage: options.onMessage }),
  })
  let origin = ''
  const server = createServer((incoming, outgoing) => {
    const answered = toRequest(incoming, origin)
      .then((request) => (request instanceof Request ? cognito.handle(request) : request))
      .then((response) => sendResponse(response, outgoing))
    // The client closed the connection during its request, so there is no answer to send.
    answered.catch(() => outgoing.destroy())
  })
  try {
    await seed(store, options.now)
    shareKeys(store.pools.keys())
    await state.saveAll()
    origin = `http://localhost:${await listen(server, options.port ?? DEFAULT_PORT)}`
  } catch (error) {
    await state.close()
    throw error
  }

  async function close() {
    await new Promise((done) => {
      server.close(done)
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS).unref()
    })
    await state.close()
  }

  return { origin, cognito, close }
}

/**
 * Refuses to run in production: the accounts have a published password, and the mailbox shows all
 * mail.
 * @throws Error where NODE_ENV is `production`
 */
export function refuseProduction() {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('NODE_ENV is production: the local Cognito is for development and tests only.')
}
