import type { CognitoError } from '#local-cognito/errors.ts'

/** Headers that pages on other origins may read (as captured). */
const EXPOSED = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date'

const AMZ_JSON = 'application/x-amz-json-1.1'

export const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED,
}

/**
 * Answers an operation: its output as JSON, or an empty body where the model has no output shape.
 */
export const operationResponse = (output: object | void) =>
  new Response(output === undefined ? '' : JSON.stringify(toWire(output)), {
    status: 200,
    headers: amzHeaders(),
  })

/** Answers an exception: type and message in the body and in headers, since clients read either. */
export function errorResponse(error: CognitoError) {
  const body = { __type: error.type, ...(error.message && { message: error.message }) }
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: {
      ...amzHeaders(),
      'x-amzn-ErrorType': `${error.type}:`,
      ...(error.message && { 'x-amzn-ErrorMessage': headerText(error.message) }),
    },
  })
}

export const preflightResponse = (request: Request) =>
  new Response(null, {
    status: 200,
    headers: {
      ...CORS,
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers':
        request.headers.get('Access-Control-Request-Headers') ?? 'content-type, x-amz-target',
      'Access-Control-Max-Age': '600',
    },
  })

/** @param headers by default those that let pages of any origin read the answer */
export const jsonResponse = (body: object, status = 200, headers: Record<string, string> = CORS) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json' },
  })

const amzHeaders = () => ({
  ...CORS,
  'Content-Type': AMZ_JSON,
  'x-amzn-RequestId': crypto.randomUUID(),
})

/** Header values are Latin-1 without line breaks; some of Cognito's messages are not. */
const headerText = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, ' ').trim()

/** AWS's types hold a Date where the wire format has epoch seconds, with milliseconds. */
function toWire(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(toWire)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toWire(member)]))
}
