/** The parts of s3rver that the tests use; the package has no types. */
declare module 's3rver' {
  import type { IncomingMessage } from 'node:http'
  import type { AddressInfo } from 'node:net'

  export interface Context {
    method: string
    path: string
    query: Record<string, string | undefined>
    req: IncomingMessage
    /** False if Koa must not send an answer. */
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
    /** Winston's logger; the option `silent` alone leaves a warning about missing transports. */
    logger: { silent: boolean }
    /** Koa's middleware, in order. */
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[]
    run(): Promise<AddressInfo>
    close(): Promise<void>
  }
}
