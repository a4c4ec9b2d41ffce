import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Bucket, StoredObject } from './bucket.ts'
import type { Behaviour, Distribution } from './distribution.ts'

interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** Answers a request as the distribution would, from the objects in the bucket. */
export async function answer(
  distribution: Distribution,
  bucket: Bucket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?')
  const behaviour = distribution.behaviours.find(({ matches }) => matches(path))
  if (!behaviour) throw new Error(`No behaviour for ${path}`)
  const { status, headers, body } = await withoutPolicy(
    distribution,
    behaviour,
    bucket,
    request,
    path,
  )
  const kept = Object.entries(headers).filter(
    ([name]) => !behaviour.removed.includes(name.toLowerCase()),
  )
  const isHead = request.method === 'HEAD'
  response.writeHead(status, {
    ...Object.fromEntries(kept),
    ...behaviour.headers,
    ...(!isHead && { 'Content-Length': body.length }),
  })
  response.end(isHead ? undefined : body)
}

/** The answer before the response headers policy is applied. */
async function withoutPolicy(
  { rootObject, mayList }: Distribution,
  behaviour: Behaviour,
  bucket: Bucket,
  { method = 'GET', headers: asked }: IncomingMessage,
  path: string,
): Promise<Answer> {
  if (!behaviour.methods.includes(method)) return s3Error(403, 'AccessDenied')
  const rewritten = behaviour.viewerRequest?.({ method, uri: path }) ?? { uri: path }
  if (!('uri' in rewritten)) {
    const headers: Record<string, string> = {}
    for (const [name, { value }] of Object.entries(rewritten.headers)) headers[name] = value
    return { status: rewritten.statusCode, headers, body: empty }
  }
  const found = await objectAt(bucket, rewritten.uri === '/' ? `/${rootObject}` : rewritten.uri)
  if (!found) return mayList ? s3Error(404, 'NoSuchKey') : s3Error(403, 'AccessDenied')
  const known = asked['if-none-match']
  if (known !== undefined && known === found.headers['ETag']) {
    return { status: 304, headers: found.headers, body: empty }
  }
  return compressed(found, behaviour.encodings, asked['accept-encoding'] ?? '')
}

/** S3 decodes the escapes of a key, and has no key that is not UTF-8. */
async function objectAt(bucket: Bucket, uri: string): Promise<StoredObject | undefined> {
  try {
    return await bucket(decodeURIComponent(uri.slice(1)))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** Types and sizes that CloudFront compresses: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const compressible =
  /^(text\/|image\/svg\+xml|font\/(ttf|otf)|application\/(javascript|json|manifest\+json|wasm|xml|x-javascript))/
const size = { from: 1000, to: 10_000_000 }

function compressed(
  { body, headers }: StoredObject,
  offered: Behaviour['encodings'],
  accepted: string,
): Answer {
  if (offered.length === 0) return { status: 200, headers, body }
  const names = accepted.split(',').map((one) => one.split(';')[0]?.trim())
  const fits =
    compressible.test(headers['Content-Type'] ?? '') &&
    body.length >= size.from &&
    body.length <= size.to
  const encoding = fits && offered.find((name) => names.includes(name))
  const more = { Vary: 'Accept-Encoding', ...(encoding && { 'Content-Encoding': encoding }) }
  // CloudFront's own brotli takes about as long as quality 5.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  let sent = body
  if (encoding) sent = encoding === 'br' ? brotliCompressSync(body, { params }) : gzipSync(body)
  return { status: 200, headers: { ...headers, ...more }, body: sent }
}

const empty = new Uint8Array()

function s3Error(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`
  return { status, headers: { 'Content-Type': 'application/xml' }, body: Buffer.from(body) }
}
