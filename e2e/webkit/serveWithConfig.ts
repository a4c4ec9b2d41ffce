import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/**
 * Serves a site on an origin of its own, with every header, but with another `portal.config.json`. Playwright's
 * `route` has no equal in WebDriver, so this is how each test gets a pool of its own.
 *
 * @param site an origin that speaks plain HTTP
 */
export async function serveWithConfig(site: string, config: unknown) {
  const { host } = new URL(site)
  const body = JSON.stringify(config)

  function answer(upstream: IncomingMessage, path: string, response: ServerResponse) {
    const { statusCode = 502, headers, rawHeaders } = upstream
    if (path !== '/portal.config.json') {
      response.writeHead(statusCode, rawHeaders)
      upstream.pipe(response)
      return
    }
    upstream.resume()
    // Both headers describe the replaced body.
    const { 'content-encoding': _encoding, 'transfer-encoding': _transfer, ...others } = headers
    response.writeHead(statusCode, { ...others, 'content-length': Buffer.byteLength(body) })
    response.end(body)
  }

  const server = createServer((incoming, response) => {
    const { method, headers } = incoming
    const url = new URL(incoming.url ?? '/', site)
    const outgoing = request(url, { method, headers: { ...headers, host } }, (upstream) =>
      answer(upstream, url.pathname, response),
    )
    outgoing.on('error', () => response.destroy())
    incoming.pipe(outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port to serve at')
  return {
    origin: `http://localhost:${address.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
