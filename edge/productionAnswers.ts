import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { ConfigError, parseConfig } from '#config/loadConfig.ts'
import { folderBucket } from './bucket.ts'
import { type Distribution, readDistribution } from './distribution.ts'
import { type Destinations, withDestinations } from './headers.ts'
import { respond } from './openEdge.ts'
import { template } from './template.ts'

/**
 * Makes `vite preview` answer as the deployed site does: it reads the synthesized template, with the
 * function in it, and serves the build as CloudFront would serve the bucket.
 *
 * @param localEndpoint where a local Cognito answers; without one, the built config names the pool.
 */
export function productionAnswers(localEndpoint?: () => string | undefined): Plugin {
  return {
    name: 'gatehouse:production-answers',
    configurePreviewServer(server) {
      const root = resolve(server.config.root, server.config.build.outDir)
      const bucket = folderBucket(root)

      async function serve(request: IncomingMessage, response: ServerResponse, next: () => void) {
        const endpoint = localEndpoint?.()
        const distribution = distributionFor(configuredDestinations(root), endpoint)
        if (!endpoint || request.url?.split('?')[0] !== '/portal.config.json') {
          return respond(distribution, bucket, request, response)
        }
        // The local Cognito tells of itself, with the headers of everything else.
        const headers = distribution.behaviours.at(-1)?.headers ?? {}
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        return next()
      }

      server.middlewares.use((request, response, next) => {
        serve(request, response, next).catch(next)
      })
    },
  }
}

/** The one of the template, where the portal talks to these. */
function distributionFor(
  configured: Destinations | undefined,
  endpoint: string | undefined,
): Distribution {
  // The local Cognito stands in for the pool of every host.
  const to = endpoint
    ? { ...configured, cognito: { region: '', endpoint }, hosts: new Map() }
    : configured
  const distribution = readDistribution(template, to?.cognito.region ?? '')
  const behaviours = distribution.behaviours.map((behaviour) => {
    const headers = withDestinations(behaviour.headers, to)
    return Object.assign(behaviour, { headers })
  })
  return { ...distribution, behaviours }
}

/** Undefined while the config is missing or wrong: the page then shows the operator what to mend. */
function configuredDestinations(root: string): Destinations | undefined {
  const file = join(root, 'portal.config.json')
  if (!existsSync(file)) return undefined
  try {
    return parseConfig(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof ConfigError) return undefined
    throw error
  }
}
