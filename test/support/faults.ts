import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** What a request meets on its way to Cognito or back, in place of Cognito's answer. */
export interface Fault {
  answer: () => Response | Promise<Response>
  /** Error code that it has whichever action it answers; absent where that depends on the action. */
  code?: AuthErrorCode
}

const page = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>'
const json = (body: unknown, status = 200) => Response.json(body, { status })
const exception = (__type: string, status = 400) =>
  json({ __type, message: 'Rate exceeded' }, status)

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html */
const firewall = (action: 'captcha' | 'challenge', status: number) =>
  new Response('', { status, headers: { 'x-amzn-waf-action': action } })

/** Sends the beginning of an answer, then the connection is reset. */
function resetMidBody(): Response {
  const beginning = new TextEncoder().encode('{"Username":"a","UserAttr')
  return new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(beginning),
      pull: (controller) => controller.error(new TypeError('terminated')),
    }),
  )
}

/**
 * Faults of networks, proxies and failing services: the same for every operation and every page. No two neighbours are
 * told in the same words, so that a test can see the words change.
 */
export const commonFaults = {
  '200 and another shape': { answer: () => json({ foo: ['bar'] }) },
  // `fetch` does not tell it from a name that is not found; a page knows it from `navigator.onLine`.
  offline: { answer: () => Response.error(), code: 'network' },
  '500 and an exception': {
    answer: () => exception('InternalErrorException', 500),
    code: 'serviceUnavailable',
  },
  'no DNS': { answer: () => Response.error(), code: 'network' },
  '502 and a page': {
    answer: () => new Response(page, { status: 502, headers: { 'content-type': 'text/html' } }),
    code: 'serviceUnavailable',
  },
  'a reset mid-body': { answer: resetMidBody, code: 'network' },
  '503 and nothing': {
    answer: () => new Response('', { status: 503 }),
    code: 'serviceUnavailable',
  },
  silence: { answer: () => new Promise<Response>(() => undefined), code: 'timeout' },
  '200 and nothing': { answer: () => new Response('') },
  '429 and nothing': { answer: () => new Response('', { status: 429 }), code: 'tooManyRequests' },
  '200 and a page': { answer: () => new Response(page), code: 'serviceUnavailable' },
  '429 with Retry-After': {
    answer: () => new Response('', { status: 429, headers: { 'retry-after': '3' } }),
    code: 'tooManyRequests',
  },
  '200 and a truncated answer': {
    answer: () => new Response('{"Username":"a","UserAttr'),
    code: 'serviceUnavailable',
  },
  'an unknown type': { answer: () => exception('SomethingNewException'), code: 'unexpected' },
} as const satisfies Record<string, Fault>

/** Further answers that are not in Cognito's API model: of a firewall, of the protocol, of a proxy. */
export const rareFaults = {
  '200 and text': { answer: () => json('yes'), code: 'serviceUnavailable' },
  '403 and a page': { answer: () => new Response(page, { status: 403 }), code: 'blocked' },
  "403 and a firewall's JSON": {
    answer: () => json({ message: 'Forbidden' }, 403),
    code: 'blocked',
  },
  '403 and an unknown exception': {
    answer: () => exception('AccessDeniedException', 403),
    code: 'blocked',
  },
  '405 and a captcha': { answer: () => firewall('captcha', 405), code: 'blocked' },
  '202 and a challenge': { answer: () => firewall('challenge', 202), code: 'blocked' },
  TooManyRequestsException: {
    answer: () => exception('TooManyRequestsException'),
    code: 'tooManyRequests',
  },
  ThrottlingException: { answer: () => exception('ThrottlingException'), code: 'tooManyRequests' },
  RequestLimitExceeded: {
    answer: () => exception('RequestLimitExceeded'),
    code: 'tooManyRequests',
  },
  'an exception without a message': {
    answer: () => json({ __type: 'TooManyRequestsException' }, 400),
    code: 'tooManyRequests',
  },
  ServiceUnavailableException: {
    answer: () => exception('ServiceUnavailableException', 503),
    code: 'serviceUnavailable',
  },
  InternalFailure: { answer: () => exception('InternalFailure', 500), code: 'serviceUnavailable' },
  UnknownOperationException: {
    answer: () => exception('UnknownOperationException'),
    code: 'misconfigured',
  },
} as const satisfies Record<string, Fault>
