import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import process, { env } from 'node:process'
import type { Plugin, PreviewServer, ResolvedConfig, ViteDevServer } from 'vite'
import { makeKeys } from '#local-cognito/tokens/keys.ts'
import { portOf } from './cliArguments.ts'
import { localPortalConfig } from './localPortalConfig.ts'
import {
  type CognitoServer,
  DEFAULT_PORT,
  DEFAULT_STATE,
  refuseProduction,
  startServer,
} from './node.ts'
import { accountsTable, messageLine } from './terminal.ts'

interface Options {
  /** Port to listen on, or the next free one. `LOCAL_COGNITO_PORT` takes precedence. */
  port?: number
}

export interface LocalCognitoPlugin extends Plugin<Api> {
  api: Api
}

interface Api {
  /** The origin of the local Cognito; undefined while none runs. */
  endpoint: () => string | undefined
  /** The `portal.config.json` that it serves. @throws {Error} while none runs. */
  portalConfig: () => Promise<string>
}

/**
 * Vite plugin that runs a local Cognito beside the dev and preview servers, and serves a
 * `portal.config.json` that points the portal at it. `LOCAL_COGNITO_STATE` is `memory`, or a state
 * file instead of `.local-cognito/state.json`. `LOCAL_COGNITO_KEYS=shared` lets all pools sign with the
 * same keys, for tests that make many pools. Does nothing with `--mode pool`: the portal then
 * uses the pool of `public/portal.config.json`.
 * @param options.port 9229 by default
 * @throws Error from `server.listen()` where NODE_ENV is `production`
 * @example
 * ```ts
 * export default defineConfig({ plugins: [react(), localCognito()] })
 * ```
 */
export function localCognito(options: Options = {}): LocalCognitoPlugin {
  let running: CognitoServer | undefined
  let publicDir = ''

  async function portalConfig() {
    if (!running) throw new Error('The local Cognito is not running')
    return localPortalConfig(running, publicDir)
  }

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

  // Closes on Ctrl-C, which Vite leaves to the system. A second Ctrl-C does not wait.
  function interrupted() {
    void close().finally(() => process.kill(process.pid, 'SIGINT'))
  }

  function attach(server: ViteDevServer | PreviewServer) {
    const { config, middlewares } = server
    publicDir = config.publicDir
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: Next) => {
      const [path] = (request.url ?? '').split('?')
      if (!running || path !== `${config.base}portal.config.json`) return next()
      portalConfig().then((text) => {
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
    api: { endpoint: () => running?.origin, portalConfig },

    configureServer(server) {
      if (server.config.mode === 'pool') return
      attach(server)
      // On a restart, Vite creates the new server, closes the old one, then listens. Starting on
      // listen keeps both from owning the state file at once. Vitest never listens, so it starts
      // nothing.
      const listen = server.listen.bind(server)
      server.listen = async (...given) => {
        refuseProduction()
        await start(server.config)
        return listen(...given)
      }
    },

    async configurePreviewServer(server) {
      // Not refused here: for a preview, Vite itself sets NODE_ENV to production.
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
