import { request as askPlain } from 'node:http'
import { request as askSecure } from 'node:https'

export interface SiteAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** As it came; encoded, where it was asked for so. */
  body: Buffer
}

/** Like `fetch`, but sends a path as it is written, follows nothing, and undoes no compression. */
export async function askSite(
  origin: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<SiteAnswer> {
  const { protocol, hostname, port } = new URL(origin)
  const ask = protocol === 'https:' ? askSecure : askPlain
  return new Promise((answered, failed) => {
    ask({ method, path, hostname, port, headers, timeout: 10_000 }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', failed)
      response.on('end', () => {
        answered({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(parts),
        })
      })
    })
      .on('timeout', () => failed(new Error(`${origin} did not answer in 10 s`)))
      .on('error', failed)
      .end()
  })
}
