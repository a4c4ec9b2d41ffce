import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { ConfigError, parseConfig } from '#config/loadConfig.ts'
import { cacheControl, type Destinations, securityHeaders } from './headers.ts'
import { viewerRequest, viewerRequestCode } from './viewerRequest.ts'

type EdgeAnswer = { status: number; location?: string } | { file: string }

const askFunction = viewerRequest(viewerRequestCode)

/** What CloudFront would do with a request, before any file is looked at. */
function edgeAnswer(method: string, path: string): EdgeAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 403 }
  const answer = askFunction({ method, uri: path })
  if ('uri' in answer) return { file: answer.uri }
  const location = answer.headers['location']?.value
  return { status: answer.statusCode, ...(location !== undefined && { location }) }
}

/**
 * Makes `vite preview` answer as the deployed site does: the same headers on every response, the
 * same addresses found and not found.
 *
 * @param localEndpoint where a local Cognito answers; without one, the built config names the pool.
 */
export function productionAnswers(localEndpoint?: () => string | undefined): Plugin {
  return {
    name: 'gatehouse:production-answers',
    configurePreviewServer(server) {
      const root = resolve(server.config.root, server.config.build.outDir)
      server.middlewares.use((request, response, next) => {
        const endpoint = localEndpoint?.()
        const configured = configuredDestinations(root)
        const to = endpoint ? local(configured, endpoint) : configured
        const [path = '/', query] = (request.url ?? '/').split('?')
        const answer = edgeAnswer(request.method ?? 'GET', path)
        const file = 'file' in answer && isFile(root, answer.file) ? answer.file : undefined
        for (const [name, value] of Object.entries(securityHeaders(to))) {
          response.setHeader(name, value)
        }
        response.setHeader('Cache-Control', cacheControl(file ?? ''))
        if (file) {
          request.url = query === undefined ? file : `${file}?${query}`
          next()
          return
        }
        response.statusCode = 'status' in answer ? answer.status : 404
        if ('location' in answer) response.setHeader('Location', answer.location ?? '')
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(`${response.statusCode}\n`)
      })
    },
  }
}

/** The local Cognito stands in for the pool of every host. */
function local(configured: Destinations | undefined, endpoint: string): Destinations {
  return { ...configured, cognito: { region: '', endpoint }, hosts: new Map() }
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

function isFile(root: string, path: string): boolean {
  try {
    const segments = decodeURIComponent(path).split('/')
    // S3 takes a key as it is written, without parent folders; the build's notes are not deployed.
    if (segments.includes('..') || segments.includes('.vite')) return false
    const file = join(root, ...segments)
    return existsSync(file) && statSync(file).isFile()
  } catch {
    // A malformed escape or a NUL byte: no file has such a name.
    return false
  }
}
