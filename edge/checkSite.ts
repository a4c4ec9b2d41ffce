import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { brotliDecompressSync } from 'node:zlib'
import type { PortalConfig } from '#config/portalConfig.ts'
import { type Address, addresses } from './addresses.ts'
import { cacheControl, differingHeaders, securityHeaders, type Destinations } from './headers.ts'

interface SiteAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** As it was sent, so it may be compressed. */
  body: Buffer
}

/** Requests a path exactly as written; follows no redirect and decompresses nothing, unlike `fetch`. */
export async function requestRaw(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<SiteAnswer> {
  const { protocol, hostname, port } = new URL(origin)
  const request = protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    request({ method, path, hostname, port, headers, timeout: 10_000 }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('end', () => {
        const received = Object.entries(response.headers)
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(received.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(parts),
        })
      })
    })
      .on('timeout', () => reject(new Error(`${origin} did not answer in 10 s`)))
      .on('error', reject)
      .end()
  })
}

/** The release that a site serves, read from its first page. */
interface LiveSite {
  origin: string
  index: string
  entry: string
  style: string
}

/** @throws Error if the site is not a Gatehouse portal. */
export async function findSite(origin: string): Promise<LiveSite> {
  const { status, body } = await requestRaw(origin, 'GET', '/index.html')
  const index = body.toString()
  const entry = /src="(\/assets\/main-[^"]+\.js)"/.exec(index)?.[1]
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(index)?.[1]
  if (status !== 200 || entry === undefined || style === undefined) {
    throw new Error(`${origin}/index.html is not the first page of a Gatehouse (${status})`)
  }
  return { origin, index, entry, style }
}

/** Requests every address of `addresses` and yields the problems of each answer. */
export async function* checkSite(site: LiveSite, config: PortalConfig) {
  for (const { method, path: pattern, kind } of addresses) {
    const path = pattern.replace('{entry}', site.entry).replace('{style}', site.style)
    const answer = await requestRaw(site.origin, method, path)
    const problems = problemsOf({ method, path, kind }, answer, site, config)
    yield { method, path, status: answer.status, problems }
  }
  const accepted = { 'Accept-Encoding': 'gzip, deflate, br' }
  const answer = await requestRaw(site.origin, 'GET', site.entry, accepted)
  const problems = compressionProblems(answer)
  yield { method: 'GET', path: `${site.entry} (br)`, status: answer.status, problems }
}

const expectations: Record<Address['kind'], { status: number; type?: RegExp }> = {
  page: { status: 200, type: /^text\/html/ },
  script: { status: 200, type: /^text\/javascript/ },
  style: { status: 200, type: /^text\/css/ },
  config: { status: 200, type: /^application\/json/ },
  picture: { status: 200, type: /^image\/svg\+xml/ },
  text: { status: 200, type: /^text\/plain/ },
  redirect: { status: 302 },
  missing: { status: 404 },
  refused: { status: 403 },
}

function problemsOf(
  { method, path, kind }: Address,
  { status, headers, body }: SiteAnswer,
  { index }: LiveSite,
  config: PortalConfig,
): string[] {
  const expected = expectations[kind]
  const { 'content-type': type = '', 'cache-control': caching, location } = headers
  const wanted = cacheControl(kind === 'page' ? '/index.html' : path)
  return [
    status !== expected.status && `is ${status}, not ${expected.status}`,
    expected.type && !expected.type.test(type) && `has the type ${type || '(none)'}`,
    kind === 'page' && method === 'GET' && body.toString() !== index && 'is not the first page',
    kind === 'redirect' &&
      location !== '/account/password' &&
      `redirects to ${location ?? '(nothing)'}`,
    expected.status === 200 &&
      caching !== wanted &&
      `has Cache-Control: ${caching ?? '(none)'}, not ${wanted}`,
    ...(kind === 'refused' ? [] : headerProblems(headers, config)),
  ].filter((problem) => typeof problem === 'string')
}

/** @returns the differences from the headers of a site with this config, like `has no X-Frame-Options`. */
export function headerProblems(headers: SiteAnswer['headers'], config: Destinations): string[] {
  const found: Record<string, string> = {}
  for (const name of Object.keys(securityHeaders(config))) {
    const value = headers[name.toLowerCase()]
    if (value !== undefined) found[name] = value
  }
  return differingHeaders(found, config).map((name) =>
    found[name] === undefined ? `has no ${name}` : `has another ${name} than expected`,
  )
}

function compressionProblems({ headers, body }: SiteAnswer): string[] {
  if (headers['content-encoding'] !== 'br') return ['is not compressed with brotli']
  return brotliDecompressSync(body).length > body.length ? [] : ['is not smaller with brotli']
}
