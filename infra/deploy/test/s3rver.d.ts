/** The parts of it that the tests use; the package has no types. */
declare module 's3rver' {
  import type { IncomingMessage } from 'node:http'
  import type { AddressInfo } from 'node:net'

  export interface Context {
    method: string
    path: string
    query: Record<string, string | undefined>
    req: IncomingMessage
    /** False where the answer is not Koa's to give. */
    respond: boolean
    status: number
    type: string
    body: unknown
  }

  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      vhostBuckets: boolean
    })
    /** Winston's: `silent` alone makes it complain that nobody listens. */
    logger: { silent: boolean }
    /** Koa's, in the order in which they see a request. */
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[]
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
