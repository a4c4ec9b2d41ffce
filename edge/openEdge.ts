import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { answer } from './answer.ts'
import type { Bucket } from './bucket.ts'
import type { Distribution } from './distribution.ts'

export interface Edge {
  /** `http://127.0.0.1:12345`. */
  origin: string
  close: () => Promise<void>
}

/**
 * A small CloudFront: one place, no cache, plain HTTP on 127.0.0.1.
 *
 * @param port 0 takes any that is free.
 */
export async function openEdge(
  distribution: Distribution,
  bucket: Bucket,
  port = 0,
): Promise<Edge> {
  const server = createServer((request, response) => {
    respond(distribution, bucket, request, response).catch((error: unknown) => {
      console.error(error)
      response.writeHead(503).end()
    })
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The edge has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Sends what the distribution has for a request. */
export async function respond(
  distribution: Distribution,
  bucket: Bucket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, headers, body } = await answer(distribution, bucket, {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
  })
  const length = request.method === 'HEAD' ? {} : { 'Content-Length': body.length }
  response.writeHead(status, { ...headers, ...length }).end(body)
}
