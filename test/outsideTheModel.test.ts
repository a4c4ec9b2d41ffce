import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isAccountAction } from '#vault/protocol/accountActions.ts'
import { always, session } from '#test/support/deviceFixture.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { journeys, visit, type Journey, type Visit } from '#test/support/journeys.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Answers that are not in Cognito's API model: of a firewall, of the protocol, of the network between.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const page = '<!doctype html><title>403 Forbidden</title><h1>Request blocked</h1>'
const json = (body: object, status: number) => Response.json(body, { status })
const exception = (__type: string, status = 400) =>
  json({ __type, message: 'Rate exceeded' }, status)

/**
 * An answer from outside the model, and the code that it has whichever action it answers; for
 * an empty body it depends on the action.
 */
const answers: Record<string, [answer: () => Response | Promise<Response>, code?: string]> = {
  '403 and a page': [() => new Response(page, { status: 403 }), 'blocked'],
  "403 and a firewall's JSON": [() => json({ message: 'Forbidden' }, 403), 'blocked'],
  '403 and an unknown exception': [() => exception('AccessDeniedException', 403), 'blocked'],
  '405 and a captcha': [() => firewall('captcha', 405), 'blocked'],
  '202 and a challenge': [() => firewall('challenge', 202), 'blocked'],
  ThrottlingException: [() => exception('ThrottlingException'), 'tooManyRequests'],
  RequestLimitExceeded: [() => exception('RequestLimitExceeded'), 'tooManyRequests'],
  ServiceUnavailableException: [
    () => exception('ServiceUnavailableException', 503),
    'serviceUnavailable',
  ],
  InternalFailure: [() => exception('InternalFailure', 500), 'serviceUnavailable'],
  UnknownOperationException: [() => exception('UnknownOperationException'), 'misconfigured'],
  '200 and nothing': [() => new Response('')],
  'no answer': [() => new Promise<Response>(() => undefined), 'timeout'],
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html */
const firewall = (action: 'captcha' | 'challenge', status: number) =>
  new Response('', { status, headers: { 'x-amzn-waf-action': action } })

/**
 * Runs the journey with the action answered so.
 * @param usual the code that the action has in this pool without that
 * @returns the code of its error, and what else went wrong
 */
async function meet(
  visitor: Visit,
  { action, run, usual }: Journey & { action: string; usual?: unknown },
  answer: () => Response | Promise<Response>,
) {
  const { testPool, auth } = visitor
  const before = auth.getState().status
  let isMet = false
  testPool.answerInstead(action, () => {
    isMet = true
    return answer()
  })
  const met = await untilSettled(errorCode(run(visitor)), () => isMet && testPool.isIdle())
  testPool.recover()
  if (!isMet) return 'was not called'
  if (met === 'admitted') return met
  // Nothing is lost: a user who was signed in still is, a challenge can still be answered, and the next try can succeed.
  if (auth.getState().status !== before) return `${String(met)}, and ${auth.getState().status}`
  if (before === 'signedIn') await attributesOf(session(auth))
  const next = await errorCode(run(visitor))
  return next === met && met !== usual ? `${String(met)}, and again` : met
}

describe('every action has a code for an answer from outside the model:', () => {
  it.each(Object.entries(journeys))('%s', { timeout: 60_000 }, async (action, journey) => {
    const testPool = await startCognito({ pool: { DeviceConfiguration: always } })

    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    const ada = isAccountAction(action)
      ? await visit(testPool, journey, 'ada@example.com')
      : undefined
    const usual = ada && (await errorCode(journey.run(ada)))
    for (const [index, [name, [answer, expectedCode]]] of Object.entries(answers).entries()) {
      const visitor = ada ?? (await visit(testPool, journey, `user${index}@example.com`))
      found[name] = await meet(visitor, { ...journey, action, usual }, answer)
      expected[name] = journey.isBestEffort ? 'admitted' : (expectedCode ?? ifEmpty(journey))
    }
    expect(found).toEqual(expected)
  })
})

const ifEmpty = ({ isBestEffort, mayBeEmpty }: Journey) =>
  isBestEffort || mayBeEmpty ? 'admitted' : 'serviceUnavailable'
