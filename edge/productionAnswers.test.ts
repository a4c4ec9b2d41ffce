import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { preview, type PreviewServer } from 'vite'
import { securityHeaders } from './headers.ts'
import { productionAnswers } from './productionAnswers.ts'

let root: string
let server: PreviewServer
let origin: string

const built = {
  'index.html': '<!doctype html><title>Portal</title>',
  'assets/index-Ab12.js': 'export {}',
  'assets/vault-Cd34.js': 'postMessage(1)',
  '.vite/packages.json': '{}',
  'portal.config.json': JSON.stringify({
    cognito: {
      region: 'eu-central-1',
      userPoolId: 'eu-central-1_AbCdEfGhI',
      userPoolClientId: '1example23456789',
    },
  }),
}

async function startPreview(localEndpoint?: () => string): Promise<PreviewServer> {
  return preview({
    root,
    configFile: false,
    logLevel: 'silent',
    preview: { port: 0, host: '127.0.0.1', cors: false },
    plugins: [productionAnswers(localEndpoint)],
  })
}

function originOf(running: PreviewServer): string {
  const address = running.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('The preview server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** Like `fetch`, but sends a path as it is written: `fetch` would resolve `..` and `//` first. */
async function ask(method: string, path: string) {
  const { hostname, port } = new URL(origin)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (answered, failed) => {
      request({ method, path, hostname, port }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (part: string) => (body += part))
        response.on('end', () => {
          answered({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      })
        .on('error', failed)
        .end()
    },
  )
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gatehouse-preview-'))
  await mkdir(join(root, 'dist/assets'), { recursive: true })
  await mkdir(join(root, 'dist/.vite'))
  for (const [path, text] of Object.entries(built)) await writeFile(join(root, 'dist', path), text)
  await writeFile(join(root, 'outside.txt'), 'not part of the site')
  server = await startPreview()
  origin = originOf(server)
})

afterAll(async () => {
  await server.close()
  await rm(root, { recursive: true })
})

const answers: [method: string, path: string, status: number, body: string][] = [
  ['GET', '/', 200, built['index.html']],
  ['GET', '/index.html', 200, built['index.html']],
  ['GET', '/sign-in', 200, built['index.html']],
  ['GET', '/sign-in/', 200, built['index.html']],
  ['GET', '/sign-in?next=/account', 200, built['index.html']],
  ['GET', '/account/security?x=1.js', 200, built['index.html']],
  ['GET', '/no/such/page', 200, built['index.html']],
  ['GET', '//evil.example', 404, '404\n'],
  ['GET', '/assets/index-Ab12.js', 200, built['assets/index-Ab12.js']],
  ['GET', '/assets/vault-Cd34.js', 200, built['assets/vault-Cd34.js']],
  ['GET', '/assets/nope-12345678.js', 404, '404\n'],
  ['GET', '/assets/', 404, '404\n'],
  ['GET', '/assets/nope', 404, '404\n'],
  ['GET', '/portal.config.json', 200, built['portal.config.json']],
  ['GET', '/portal.config.json?x=1', 200, built['portal.config.json']],
  ['GET', '/.vite/packages.json', 404, '404\n'],
  ['GET', '/robots.txt', 404, '404\n'],
  ['GET', '/favicon.ico', 404, '404\n'],
  ['GET', '/reset/user@example.com', 404, '404\n'],
  ['GET', '/../outside.txt', 404, '404\n'],
  ['GET', '/%2e%2e/outside.txt', 404, '404\n'],
  ['GET', '/assets/%2e%2e/%2e%2e/outside.txt', 404, '404\n'],
  ['GET', '/broken%.js', 404, '404\n'],
  ['GET', '/nul%00.js', 404, '404\n'],
  ['GET', '/.well-known/change-password', 302, '302\n'],
  [
    'GET',
    '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200',
    404,
    '404\n',
  ],
  ['GET', '/.well-known/', 404, '404\n'],
  ['GET', '/.well-known/webauthn', 404, '404\n'],
  ['HEAD', '/sign-in', 200, ''],
  ['HEAD', '/assets/nope-12345678.js', 404, ''],
  ['POST', '/', 403, '403\n'],
  ['POST', '/sign-in', 403, '403\n'],
  ['PUT', '/assets/index-Ab12.js', 403, '403\n'],
  ['DELETE', '/index.html', 403, '403\n'],
  ['OPTIONS', '/', 403, '403\n'],
]

describe('vite preview answers as the deployed site does', () => {
  it.each(answers)('%s %s -> %i', async (method, path, status, body) => {
    const answer = await ask(method, path)
    expect(answer.status).toBe(status)
    expect(answer.body).toBe(body)
    for (const [name, value] of Object.entries(
      securityHeaders({ cognito: { region: 'eu-central-1' } }),
    )) {
      expect(answer.headers[name.toLowerCase()], name).toBe(value)
    }
    expect(answer.headers['cache-control']).toBe(
      status === 200 && path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    )
  })

  it('sends password managers on to the account page', async () => {
    const answer = await ask('GET', '/.well-known/change-password')
    expect(answer.headers['location']).toBe('/account/password')
  })

  it('types scripts as scripts, so that nosniff lets them run', async () => {
    const answer = await ask('GET', '/assets/vault-Cd34.js')
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/)
  })

  it('admits a local Cognito instead of the configured one', async () => {
    const local = await startPreview(() => 'http://localhost:9229')
    try {
      const answer = await fetch(`${originOf(local)}/sign-in`)
      expect(answer.headers.get('content-security-policy')).toContain(
        "connect-src 'self' http://localhost:9229;",
      )
    } finally {
      await local.close()
    }
  })
})
