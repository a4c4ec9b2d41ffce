import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver, { type Context } from 's3rver'

/** A request to the server. */
export interface Call {
  operation: 'LIST' | 'HEAD' | 'GET' | 'PUT' | 'DELETE'
  bucket: string
  key: string
}

/**
 * A fault of a request: an error answer without effect; a connection that breaks before or after the
 * effect; or other bytes stored than those sent.
 */
export type Fault = 'error500' | 'slowDown' | 'reset' | 'lostAnswer' | 'garbled'

/** Hooks into the requests for one bucket. */
interface Watch {
  fault?: (call: Call) => Fault | undefined
  /** Runs before the client gets the answer. */
  afterWrite?: (call: Call) => Promise<void>
}

export interface StoredObject {
  bytes: Buffer
  /** The headers it is served with. */
  headers: Record<string, string | undefined>
}

/** s3rver with a port and a folder of its own; tests see its requests and its files. */
export interface LocalS3 {
  endpoint: string
  calls: Call[]
  newBucket(): Promise<string>
  /** A bucket with the same content. */
  copyOf(bucket: string): Promise<string>
  watch(bucket: string, watch: Watch): void
  /** The stored objects, read from its folder. */
  objects(bucket: string): Promise<Map<string, StoredObject>>
  object(bucket: string, key: string): Promise<StoredObject | undefined>
  close(): Promise<void>
}

const objectEnding = '._S3rver_object'

export async function startLocalS3(): Promise<LocalS3> {
  const directory = await mkdtemp(join(tmpdir(), 'gatehouse-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
  })
  server.logger.silent = true
  const calls: Call[] = []
  const watches = new Map<string, Watch>()
  let buckets = 0

  server.middleware.unshift(async (context, next) => {
    const call = callOf(context)
    calls.push(call)
    const { fault, afterWrite } = watches.get(call.bucket) ?? {}
    const injected = fault?.(call)
    if (injected === 'reset') {
      hangUp(context)
      return
    }
    if (injected === 'error500' || injected === 'slowDown') {
      answerError(context, injected)
      return
    }
    await next()
    if (call.operation === 'PUT') {
      const file = join(directory, call.bucket, call.key + objectEnding)
      await settled(file, Number(context.req.headers['content-length']))
      if (injected === 'garbled') await garble(file)
    }
    if (call.operation === 'PUT' || call.operation === 'DELETE') await afterWrite?.(call)
    if (injected === 'lostAnswer') hangUp(context)
  })
  const { port } = await server.run()

  async function newBucket(): Promise<string> {
    buckets += 1
    const bucket = `site-${String(buckets).padStart(4, '0')}`
    await mkdir(join(directory, bucket))
    return bucket
  }

  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    newBucket,
    watch: (bucket, watch) => watches.set(bucket, watch),
    async copyOf(bucket) {
      const copy = await newBucket()
      await cp(join(directory, bucket), join(directory, copy), { recursive: true })
      return copy
    },
    objects: async (bucket) => readObjects(join(directory, bucket)),
    object: async (bucket, key) => {
      const file = join(directory, bucket, key + objectEnding)
      return existsSync(file) ? readObject(file) : undefined
    },
    async close() {
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}

function callOf({ method, path, query }: Context): Call {
  const [, bucket = '', ...rest] = decodeURIComponent(path).split('/')
  const key = rest.join('/')
  if (method === 'GET') return { operation: query['list-type'] ? 'LIST' : 'GET', bucket, key }
  if (method === 'HEAD' || method === 'PUT' || method === 'DELETE') {
    return { operation: method, bucket, key }
  }
  throw new Error(`Not a call of the deploy: ${method} ${path}`)
}

function hangUp(context: Context): void {
  context.respond = false
  context.req.socket.destroy()
}

function answerError(context: Context, fault: 'error500' | 'slowDown'): void {
  const code = fault === 'slowDown' ? 'SlowDown' : 'InternalError'
  context.status = fault === 'slowDown' ? 503 : 500
  context.type = 'application/xml'
  context.body = `<Error><Code>${code}</Code><Message>Injected</Message></Error>`
}

/** Waits until the file is written: s3rver answers a moment earlier. */
async function settled(file: string, length: number): Promise<void> {
  while ((await stat(file)).size !== length) await new Promise(setImmediate)
}

/** Changes the stored bytes, and the ETag with them, as if they were garbled in transit. */
async function garble(file: string): Promise<void> {
  const bytes = await readFile(file)
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  await writeFile(file, bytes)
  await writeFile(`${file}.md5`, createHash('md5').update(bytes).digest('hex'))
}

async function readObjects(folder: string): Promise<Map<string, StoredObject>> {
  const objects = new Map<string, StoredObject>()
  for (const entry of (await readdir(folder, { recursive: true })).toSorted()) {
    if (!entry.endsWith(objectEnding)) continue
    objects.set(entry.slice(0, -objectEnding.length), await readObject(join(folder, entry)))
  }
  return objects
}

async function readObject(file: string): Promise<StoredObject> {
  const metadata = file.replace(objectEnding, '._S3rver_metadata.json')
  const headers: unknown = JSON.parse(await readFile(metadata, 'utf8'))
  return {
    bytes: await readFile(file),
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  }
}
