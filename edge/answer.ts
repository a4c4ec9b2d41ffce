import type { Bucket, StoredObject } from './bucket.ts'
import type { Behaviour, Distribution } from './distribution.ts'
import { encode } from './encode.ts'

export interface Asked {
  method: string
  /** As it came over the wire: escaped, with its query. */
  url: string
  /** Names in lower case. */
  headers: Record<string, string | undefined>
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** Answers a request as the distribution would, from what is in the bucket. */
export async function answer(
  distribution: Distribution,
  bucket: Bucket,
  asked: Asked,
): Promise<Answer> {
  const [path = '/'] = asked.url.split('?')
  const behaviour = distribution.behaviours.find(({ fits }) => fits(path))
  if (!behaviour) throw new Error(`No behaviour for ${path}`)
  const { status, headers, body } = await beforeHeaders(
    distribution,
    behaviour,
    bucket,
    asked,
    path,
  )
  const kept = Object.entries(headers).filter(
    ([name]) => !behaviour.removed.includes(name.toLowerCase()),
  )
  return {
    status,
    headers: { ...Object.fromEntries(kept), ...behaviour.headers },
    body: asked.method === 'HEAD' ? new Uint8Array() : body,
  }
}

async function beforeHeaders(
  { rootObject, mayList }: Distribution,
  behaviour: Behaviour,
  bucket: Bucket,
  asked: Asked,
  path: string,
): Promise<Answer> {
  if (!behaviour.methods.includes(asked.method)) return refusal(403, 'AccessDenied')
  const led = behaviour.viewerRequest?.({ method: asked.method, uri: path }) ?? { uri: path }
  if (!('uri' in led)) {
    const headers = Object.entries(led.headers).map(([name, { value }]): [string, string] => [
      name,
      value,
    ])
    return answerOf(led.statusCode, Object.fromEntries(headers))
  }
  const found = await objectAt(bucket, led.uri === '/' ? `/${rootObject}` : led.uri)
  if (!found) return mayList ? refusal(404, 'NoSuchKey') : refusal(403, 'AccessDenied')
  const known = asked.headers['if-none-match']
  if (known !== undefined && known === found.headers['ETag']) return answerOf(304, found.headers)
  return encoded(found, behaviour, asked.headers['accept-encoding'] ?? '')
}

/** S3 takes a key with its escapes undone, and knows none that is not UTF-8. */
async function objectAt(bucket: Bucket, uri: string): Promise<StoredObject | undefined> {
  try {
    return await bucket(decodeURIComponent(uri.slice(1)))
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

function encoded({ body, headers }: StoredObject, { encodings }: Behaviour, accepted: string) {
  const made = encode(body, headers['Content-Type'] ?? '', encodings, accepted)
  const more = {
    ...(made.encoding && { 'Content-Encoding': made.encoding }),
    ...(encodings.length > 0 && { Vary: 'Accept-Encoding' }),
  }
  return answerOf(200, { ...headers, ...more }, made.body)
}

/** In the shape that S3 has for it. */
function refusal(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`
  return answerOf(status, { 'Content-Type': 'application/xml' }, Buffer.from(body))
}

const answerOf = (
  status: number,
  headers: Record<string, string>,
  body: Uint8Array = new Uint8Array(),
): Answer => ({ status, headers, body })
