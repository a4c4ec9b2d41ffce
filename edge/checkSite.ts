import { brotliDecompressSync } from 'node:zlib'
import type { PortalConfig } from '#config/portalConfig.ts'
import { type Address, addresses } from './addresses.ts'
import { askSite, type SiteAnswer } from './askSite.ts'
import { differingHeaders } from './differingHeaders.ts'
import { cacheControl, securityHeaders } from './headers.ts'

/** The release that a site serves, as its own first page tells. */
export interface LiveSite {
  origin: string
  index: string
  entry: string
  style: string
}

/** @throws Error where the first page is not ours. */
export async function findSite(origin: string): Promise<LiveSite> {
  const { status, body } = await askSite(origin, 'GET', '/index.html')
  const index = body.toString()
  const entry = /src="(\/assets\/main-[^"]+\.js)"/.exec(index)?.[1]
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(index)?.[1]
  if (status !== 200 || entry === undefined || style === undefined) {
    throw new Error(`${origin}/index.html is not the first page of a Gatehouse (${status})`)
  }
  return { origin, index, entry, style }
}

/** Everything that a site has to answer, and what is wrong with each answer. */
export async function* checkSite(site: LiveSite, config: PortalConfig) {
  for (const { method, path: named, is } of addresses) {
    const path = named.replace('{entry}', site.entry).replace('{style}', site.style)
    const answer = await askSite(site.origin, method, path)
    yield {
      method,
      path,
      status: answer.status,
      problems: problemsOf({ method, path, is }, answer, site, config),
    }
  }
  const asked = { 'Accept-Encoding': 'gzip, deflate, br' }
  const answer = await askSite(site.origin, 'GET', site.entry, asked)
  yield {
    method: 'GET',
    path: `${site.entry} (br)`,
    status: answer.status,
    problems: compression(answer),
  }
}

const answers: Record<Address['is'], { status: number; type?: RegExp }> = {
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
  { method, path, is }: Address,
  { status, headers, body }: SiteAnswer,
  site: LiveSite,
  config: PortalConfig,
): string[] {
  const expected = answers[is]
  const type = headers['content-type'] ?? ''
  const caching = headers['cache-control']
  return [
    status !== expected.status && `is ${status}, not ${expected.status}`,
    expected.type && !expected.type.test(type) && `is of type ${type || 'none'}`,
    is === 'page' && method === 'GET' && body.toString() !== site.index && 'is not the first page',
    is === 'redirect' &&
      headers['location'] !== '/account/password' &&
      `leads to ${headers['location'] ?? 'nowhere'}`,
    expected.status === 200 &&
      caching !== cacheControl(is === 'page' ? '/index.html' : path) &&
      `is cached as ${caching ?? 'anybody likes'}`,
    ...(is === 'refused' ? [] : headerProblems(headers, config)),
  ].filter((problem) => typeof problem === 'string')
}

function headerProblems(headers: SiteAnswer['headers'], config: PortalConfig): string[] {
  const found = Object.fromEntries(
    Object.keys(securityHeaders(config)).flatMap((name) => {
      const value = headers[name.toLowerCase()]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
  return differingHeaders(found, config).map(
    (name) => `has ${found[name] === undefined ? 'no' : 'another'} ${name}`,
  )
}

function compression({ headers, body }: SiteAnswer): string[] {
  if (headers['content-encoding'] !== 'br') return ['does not come as brotli']
  return brotliDecompressSync(body).length > body.length ? [] : ['is not smaller as brotli']
}
