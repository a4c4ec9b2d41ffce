import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { ConfigError, parseConfig } from '#config/loadConfig.ts'
import { answer } from './answer.ts'
import { folderBucket } from './bucket.ts'
import { readDistribution, template } from './distribution.ts'
import { type Destinations, withDestinations } from './headers.ts'
import { openPrerenderer } from './prerenderer.ts'

/** A local Cognito beside the preview. */
interface LocalPool {
  /** Undefined while none runs: the built config names the pool then. */
  endpoint: () => string | undefined
  /** The `portal.config.json` for it. */
  portalConfig: () => Promise<string>
}

/**
 * Makes `vite preview` answer as the deployed site: reads the synthesized template, with its viewer-request
 * function and headers, and serves the build as CloudFront would serve the bucket.
 */
export function cloudFrontPreview(local?: LocalPool): Plugin {
  return {
    name: 'gatehouse:cloudfront-preview',
    async configurePreviewServer(server) {
      const root = resolve(server.config.root, server.config.build.outDir)
      const prerender = await openPrerenderer(root)
      // As the deploy makes it for the config it puts up.
      const indexHtml = async () =>
        prerender && local?.endpoint() !== undefined
          ? prerender(await local.portalConfig())
          : undefined
      const bucket = folderBucket(root, indexHtml)

      async function serve(request: IncomingMessage, response: ServerResponse, next: () => void) {
        const endpoint = local?.endpoint()
        const distribution = distributionFor(configuredDestinations(root), endpoint)
        if (!endpoint || request.url?.split('?')[0] !== '/portal.config.json') {
          return answer(distribution, bucket, request, response)
        }
        // The local Cognito answers with its own config, under the same headers.
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

/** The template's distribution, with a CSP that admits the configured or the local Cognito. */
function distributionFor(configured: Destinations | undefined, endpoint: string | undefined) {
  // The local Cognito replaces the pool of every host.
  const to = endpoint
    ? { ...configured, cognito: { region: '', endpoint }, hosts: new Map() }
    : configured
  const distribution = readDistribution(template, to?.cognito.region ?? '')
  for (const behaviour of distribution.behaviours) {
    behaviour.headers = withDestinations(behaviour.headers, to)
  }
  return distribution
}

/** Undefined if the config is missing or invalid: the page itself then explains what to fix. */
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
