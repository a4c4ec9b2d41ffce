import { createServer } from 'node:http'
import { answer } from '#edge/answer.ts'
import type { Bucket } from '#edge/bucket.ts'
import type { Distribution } from '#edge/distribution.ts'

/** Starts a small CloudFront with this distribution: plain HTTP on 127.0.0.1, without a cache. */
export async function startEdge(distribution: Distribution, bucket: Bucket) {
  const server = createServer((request, response) => {
    answer(distribution, bucket, request, response).catch((error: unknown) => {
      console.error(error)
      response.writeHead(503).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
