import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '#config/loadConfig.ts'
import { askSite } from './askSite.ts'
import { folderBucket } from './bucket.ts'
import { checkSite, findSite } from './checkSite.ts'
import { readDistribution } from './distribution.ts'
import { makeBuild } from './edgeWorld.ts'
import { openEdge } from './openEdge.ts'
import { template } from './template.ts'

let build: Awaited<ReturnType<typeof makeBuild>>
beforeAll(async () => void (build = await makeBuild()))
afterAll(async () => build.remove())

/** A site in front of that build, as this template has it. */
async function serve(from: unknown = template) {
  const distribution = readDistribution(from, 'eu-central-1')
  const edge = await openEdge(distribution, folderBucket(build.dist))
  onTestFinished(edge.close)
  return edge.origin
}

async function problemsAt(origin: string) {
  const config = parseConfig((await askSite(origin, 'GET', '/portal.config.json')).body.toString())
  const problems: string[] = []
  let asked = 0
  for await (const { method, path, problems: found } of checkSite(await findSite(origin), config)) {
    asked += 1
    problems.push(...found.map((problem) => `${method} ${path} ${problem}`))
  }
  return { asked, problems }
}

it('answers at every address as it should', async () => {
  const { asked, problems } = await problemsAt(await serve())
  expect(problems).toEqual([])
  expect(asked).toBeGreaterThanOrEqual(40)
})

it('takes a site for its own that binds the names below it, and admits more', async () => {
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

/** The template, with something else in place of what the pattern finds in its JSON. */
function mutated(pattern: RegExp, replacement: string): unknown {
  const text = JSON.stringify(template)
  const changed = text.replace(pattern, replacement)
  if (changed === text) throw new Error(`The template has no ${String(pattern)}`)
  return JSON.parse(changed)
}

describe('the addresses tell of a template that', () => {
  it.each<[string, RegExp, string, RegExp]>([
    [
      'lets anybody post',
      /"AllowedMethods":\["GET","HEAD"\]/g,
      '"AllowedMethods":["GET","HEAD","POST"]',
      /^POST \/sign-in is 200/m,
    ],
    ['does not compress', /"Compress":true/g, '"Compress":false', /does not come as brotli/],
    ['has no function', /"viewer-request"/g, '"viewer-response"', /^GET \/sign-in is 404/m],
    ['may not list', /"s3:ListBucket"/g, '"s3:GetObjectTagging"', /missing-12345678.js is 403/],
    ['has a weaker CSP', /frame-ancestors 'none'; /g, '', /has another Content-Security-Policy/],
    ['may be framed', /"FrameOption":"DENY"/g, '"FrameOption":"SAMEORIGIN"', /X-Frame-Options/],
    ['forgets HTTPS', /"AccessControlMaxAgeSec":\d+/g, '"AccessControlMaxAgeSec":0', /Strict/],
    ['lets types be guessed', /"ContentTypeOptions":\{[^}]*\}/g, '"Other":{}', /no X-Content-Type/],
    ['tells where one was', /no-referrer/g, 'unsafe-url', /another Referrer-Policy/],
    ['shares its windows', /same-origin/g, 'unsafe-none', /Cross-Origin-Opener-Policy/],
    ['allows the camera', /camera=\(\)/g, 'camera=*', /another Permissions-Policy/],
  ])('%s', async (_, pattern, replacement, problem) => {
    const { problems } = await problemsAt(await serve(mutated(pattern, replacement)))
    expect(problems.join('\n')).toMatch(problem)
  })

  it('answers with pages nobody asked for, which this refuses to stand in for', () => {
    const config = '"CustomErrorResponses":[{"ErrorCode":404,"ResponsePagePath":"/index.html"}]'
    const wrong = mutated(/"DefaultRootObject"/, `${config},"DefaultRootObject"`)
    expect(() => readDistribution(wrong, 'eu-central-1')).toThrow(/other pages/)
  })
})

it('compresses for who takes it, and what is worth it', async () => {
  const origin = await serve()
  const ask = async (path: string, accepted: string) =>
    askSite(origin, 'GET', path, { 'Accept-Encoding': accepted })
  const plain = await ask('/assets/main-Ab12.js', 'identity')
  const br = await ask('/assets/main-Ab12.js', 'gzip, deflate, br')
  const gzip = await ask('/assets/main-Ab12.js', 'gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(br.headers['content-encoding']).toBe('br')
  expect(gzip.headers['content-encoding']).toBe('gzip')
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  // Below 1,000 bytes CloudFront leaves it be.
  expect((await ask('/theme.js', 'br')).headers['content-encoding']).toBeUndefined()
})

it('sends nothing twice to who has it', async () => {
  const origin = await serve()
  const { headers } = await askSite(origin, 'GET', '/sign-in')
  const again = await askSite(origin, 'GET', '/account', { 'If-None-Match': headers['etag'] ?? '' })
  expect(again.status).toBe(304)
  expect(again.body.length).toBe(0)
})

it('sends what has no tag to who has nothing', async () => {
  const distribution = readDistribution(template, 'eu-central-1')
  const edge = await openEdge(distribution, async () => ({ body: Buffer.from('a'), headers: {} }))
  onTestFinished(edge.close)
  expect((await askSite(edge.origin, 'GET', '/')).status).toBe(200)
})
