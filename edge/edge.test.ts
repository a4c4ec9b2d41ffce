import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '#config/loadConfig.ts'
import { makeBuild } from './test/makeBuild.ts'
import { startEdge } from './test/startEdge.ts'
import { preview } from 'vite'
import { folderBucket } from './bucket.ts'
import { checkSite, findSite, requestRaw } from './checkSite.ts'
import { cloudFrontPreview } from './cloudFrontPreview.ts'
import { readDistribution, template } from './distribution.ts'

let build: Awaited<ReturnType<typeof makeBuild>>
beforeAll(async () => void (build = await makeBuild()))
afterAll(async () => build.remove())

/** Serves that build with the distribution of this template. */
async function serve(from: unknown = template) {
  const distribution = readDistribution(from, 'eu-central-1')
  const edge = await startEdge(distribution, folderBucket(build.dist))
  onTestFinished(edge.close)
  return edge.origin
}

async function problemsAt(origin: string) {
  const config = parseConfig(
    (await requestRaw(origin, 'GET', '/portal.config.json')).body.toString(),
  )
  const problems: string[] = []
  let requests = 0
  for await (const { method, path, problems: found } of checkSite(await findSite(origin), config)) {
    requests += 1
    problems.push(...found.map((problem) => `${method} ${path} ${problem}`))
  }
  return { requests, problems }
}

it('gives the expected answer at every address', async () => {
  const { requests, problems } = await problemsAt(await serve())
  expect(problems).toEqual([])
  expect(requests).toBeGreaterThanOrEqual(70)
})

it('accepts a site that sends HSTS for its subdomains and admits more origins', async () => {
  const more = mutated(
    /"IncludeSubdomains":false,"Override":true,"Preload":false/g,
    '"IncludeSubdomains":true,"Override":true,"Preload":true',
  )
  const text = JSON.stringify(more).replaceAll(
    "connect-src 'self'",
    "connect-src 'self' https://b.example.com",
  )
  expect((await problemsAt(await serve(JSON.parse(text)))).problems).toEqual([])
})

/** The template with a replacement in its JSON. */
function mutated(pattern: RegExp, replacement: string): unknown {
  const text = JSON.stringify(template)
  const changed = text.replace(pattern, replacement)
  if (changed === text) throw new Error(`Not in the template: ${String(pattern)}`)
  return JSON.parse(changed)
}

describe('the smoke test notices a template that', () => {
  it.each<[string, RegExp, string, RegExp]>([
    [
      'allows POST',
      /"AllowedMethods":\["GET","HEAD"\]/g,
      '"AllowedMethods":["GET","HEAD","POST"]',
      /^POST \/sign-in is 200/m,
    ],
    ['does not compress', /"Compress":true/g, '"Compress":false', /is not compressed with brotli/],
    [
      'has no viewer-request function',
      /"viewer-request"/g,
      '"viewer-response"',
      /^GET \/sign-in is 404/m,
    ],
    [
      'may not list the bucket',
      /"s3:ListBucket"/g,
      '"s3:GetObjectTagging"',
      /missing-12345678.js is 403/,
    ],
    ['has a weaker CSP', /frame-ancestors 'none'; /g, '', /has another Content-Security-Policy/],
    ['may be framed', /"FrameOption":"DENY"/g, '"FrameOption":"SAMEORIGIN"', /X-Frame-Options/],
    ['has no HSTS', /"AccessControlMaxAgeSec":\d+/g, '"AccessControlMaxAgeSec":0', /Strict/],
    [
      'allows content sniffing',
      /"ContentTypeOptions":\{[^}]*\}/g,
      '"Other":{}',
      /no X-Content-Type/,
    ],
    ['sends referrers', /no-referrer/g, 'unsafe-url', /another Referrer-Policy/],
    ['shares its browsing context', /same-origin/g, 'unsafe-none', /Cross-Origin-Opener-Policy/],
    ['allows the camera', /camera=\(\)/g, 'camera=*', /another Permissions-Policy/],
  ])('%s', async (_, pattern, replacement, problem) => {
    const { problems } = await problemsAt(await serve(mutated(pattern, replacement)))
    expect(problems.join('\n')).toMatch(problem)
  })

  it('has custom error responses, which the preview refuses', () => {
    const config = '"CustomErrorResponses":[{"ErrorCode":404,"ResponsePagePath":"/index.html"}]'
    const wrong = mutated(/"DefaultRootObject"/, `${config},"DefaultRootObject"`)
    expect(() => readDistribution(wrong, 'eu-central-1')).toThrow(/custom error responses/)
  })
})

it('compresses if the client accepts it and the file is large enough', async () => {
  const origin = await serve()
  const ask = async (path: string, accepted: string) =>
    requestRaw(origin, 'GET', path, { 'Accept-Encoding': accepted })
  const plain = await ask('/assets/main-Ab12.js', 'identity')
  const br = await ask('/assets/main-Ab12.js', 'gzip, deflate, br')
  const gzip = await ask('/assets/main-Ab12.js', 'gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(br.headers['content-encoding']).toBe('br')
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  // CloudFront does not compress files below 1,000 bytes.
  expect((await ask('/start.js', 'br')).headers['content-encoding']).toBeUndefined()
})

it('answers 304 to a request with the current ETag', async () => {
  const origin = await serve()
  const { headers } = await requestRaw(origin, 'GET', '/sign-in')
  const again = await requestRaw(origin, 'GET', '/account', {
    'If-None-Match': headers['etag'] ?? '',
  })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
})

it('sends an object that has no ETag to a client that sends none', async () => {
  const distribution = readDistribution(template, 'eu-central-1')
  const edge = await startEdge(distribution, async () => ({ body: Buffer.from('a'), headers: {} }))
  onTestFinished(edge.close)
  expect((await requestRaw(edge.origin, 'GET', '/')).status).toBe(200)
})

async function startPreview(local?: Parameters<typeof cloudFrontPreview>[0]): Promise<string> {
  const server = await preview({
    root: build.root,
    configFile: false,
    logLevel: 'silent',
    preview: { port: 0, host: '127.0.0.1', cors: false },
    plugins: [cloudFrontPreview(local)],
  })
  onTestFinished(async () => server.close())
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('The preview server has no port')
  return `http://127.0.0.1:${address.port}`
}

describe('vite preview', () => {
  it('passes the smoke test', async () => {
    expect((await problemsAt(await startPreview())).problems).toEqual([])
  })

  it('admits a local Cognito instead of the configured pool', async () => {
    const origin = await startPreview({
      endpoint: () => 'http://localhost:9229',
      portalConfig: async () => '{}',
    })
    for (const path of ['/sign-in', '/assets/vault-Cd34.js', '/missing.js']) {
      const { headers } = await requestRaw(origin, 'GET', path)
      const csp = headers['content-security-policy']
      expect(csp).toContain("connect-src 'self' http://localhost:9229;")
      // It would turn that address into one where no server listens.
      expect(csp).not.toContain('upgrade-insecure-requests')
      expect(csp).toContain("require-trusted-types-for 'script'")
    }
  })
})
