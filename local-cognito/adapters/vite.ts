import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import process, { env } from 'node:process'
import { makeKeys } from '#local-cognito/tokens/keys.ts'
import type { Plugin, PreviewServer, ResolvedConfig, ViteDevServer } from 'vite'
import { accountsTable } from './accountsTable.ts'
import { portOf } from './cliArguments.ts'
import { localPortalConfig } from './localPortalConfig.ts'
import { messageLine } from './messageLine.ts'
import { DEFAULT_PORT, DEFAULT_STATE, refuseProduction, startServer } from './node.ts'
import type { CognitoServer } from './node.ts'

interface Options {
  /** The next free one is taken where it is not free. `LOCAL_COGNITO_PORT` goes before it. */
  port?: number
}

/** `api.endpoint()` is where the local Cognito answers, and undefined where none runs. */
export interface LocalCognitoPlugin extends Plugin<Api> {
  api: Api
}

interface Api {
  endpoint(): string | undefined
}

/**
 * Runs a local Cognito beside Vite's dev and preview servers, and points the portal at it.
 * `LOCAL_COGNITO_STATE` is `memory`, or a file to keep instead of `.local-cognito/state.json`.
 * `LOCAL_COGNITO_KEYS=shared` lets all pools sign with the same keys: for tests, which make many pools.
 * With `--mode pool` it does nothing: the portal meets the pool of `public/portal.config.json`.
 */
export function localCognito(options: Options = {}): LocalCognitoPlugin {
  let running: CognitoServer | undefined

  async function start(config: ResolvedConfig) {
    running = await startServer({
      port: env['LOCAL_COGNITO_PORT']
        ? portOf(env['LOCAL_COGNITO_PORT'], 'LOCAL_COGNITO_PORT')
        : (options.port ?? DEFAULT_PORT),
      state: stateIn(config.root),
      ...(env['LOCAL_COGNITO_KEYS'] === 'shared' && { signingKeys: await makeKeys() }),
      onMessage: (message) => config.logger.info(messageLine(message), { timestamp: true }),
      onNotice: (notice) => config.logger.warn(notice),
    })
    process.once('SIGINT', interrupted)
  }

  async function close() {
    process.removeListener('SIGINT', interrupted)
    await running?.close()
    running = undefined
  }

  // Vite leaves Ctrl-C to the system. A second one does not wait.
  function interrupted() {
    void close().finally(() => process.kill(process.pid, 'SIGINT'))
  }

  function attach(server: ViteDevServer | PreviewServer) {
    const { config, middlewares } = server
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: Next) => {
      const [path] = (request.url ?? '').split('?')
      if (!running || path !== `${config.base}portal.config.json`) return next()
      localPortalConfig(running, config.publicDir).then((text) => {
        response.setHeader('Content-Type', 'application/json')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(text)
      }, next)
    })
    const printUrls = server.printUrls.bind(server)
    server.printUrls = () => {
      printUrls()
      if (running) config.logger.info(greeting(running.origin))
    }
  }

  return {
    name: 'local-cognito',
    api: { endpoint: () => running?.origin },

    configureServer(server) {
      if (server.config.mode === 'pool') return
      attach(server)
      // A restart makes the new server before it closes the old one, and listens after that: both
      // never have the state file at once. Vitest, which does not listen, starts nothing.
      const listen = server.listen.bind(server)
      server.listen = async (...given) => {
        refuseProduction()
        await start(server.config)
        return listen(...given)
      }
    },

    async configurePreviewServer(server) {
      // No refusal here: it is Vite itself that sets NODE_ENV to production for a preview.
      if (server.config.mode === 'pool') return
      attach(server)
      await start(server.config)
    },

    closeServer: close,
    closePreviewServer: close,
  }
}

type Next = (error?: unknown) => void

function stateIn(root: string) {
  const asked = env['LOCAL_COGNITO_STATE'] ?? DEFAULT_STATE
  return asked === 'memory' ? asked : resolve(root, asked)
}

const greeting = (origin: string) =>
  `  ➜  Local Cognito: ${origin}\n  ➜  Mailbox: ${origin}/_local\n\n${accountsTable()}\n`
