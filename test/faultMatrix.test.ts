import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actions } from '#vault/cognito/actions.ts'
import { isAccountAction } from '#vault/protocol/accountActions.ts'
import { always, session } from '#test/support/deviceFixture.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { commonFaults, rareFaults, type Fault } from '#test/support/faults.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { journeys, visit, type Journey, type Visit } from '#test/support/journeys.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Every action of Cognito that the portal calls, under every fault: told with the right code, after few calls, with
// nothing lost, and right again once the fault is gone. An unhandled rejection fails the run.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** As many requests as one command may make of the action that fails. */
const mostCalls = 4

/**
 * Actions whose answer of another shape is told; to all others it is a success, because AWS's model requires no
 * member of theirs, or because the page that reads it tells (`attributesQuery.ts` and the like).
 */
const noticedShapes: Partial<Record<keyof Actions, string>> = {
  GetTokensFromRefreshToken: 'serviceUnavailable',
  GetDevice: 'unexpected',
  GetUser: 'unexpected',
  GetUserAuthFactors: 'unexpected',
  InitiateAuth: 'unexpected',
  ListDevices: 'unexpected',
  ListUserSessions: 'unexpected',
  ListWebAuthnCredentials: 'unexpected',
  RespondToAuthChallenge: 'unexpected',
  SignUp: 'unexpected',
  StartWebAuthnRegistration: 'unexpected',
}

function expectedCode(name: string, { code }: Fault, action: string, journey: Journey) {
  if (journey.isBestEffort) return 'admitted'
  if (code !== undefined) return code
  if (name === '200 and another shape') return noticedShapes[action as keyof Actions] ?? 'admitted'
  return journey.mayBeEmpty ? 'admitted' : 'serviceUnavailable'
}

/**
 * Runs the journey under the fault.
 * @param usual the code that the action has in this pool without it
 * @returns the code of its error, and what else went wrong
 */
async function meet(
  visitor: Visit,
  { action, run, usual }: Journey & { action: string; usual?: unknown },
  { answer }: Fault,
) {
  const { testPool, browser, auth } = visitor
  const before = auth.getState().status
  let calls = 0
  testPool.answerInstead(action, () => {
    calls += 1
    return answer()
  })
  const mayMove = () => calls > 0 && testPool.isIdle() && browser.isIdle()
  const met = await untilSettled(errorCode(run(visitor)), mayMove)
  testPool.recover()
  if (calls === 0) return 'was not called'
  if (calls > mostCalls) return `${String(met)}, after ${calls} calls`
  if (met === 'admitted') return met
  // Nothing is lost: a user who was signed in still is, a challenge can still be answered, and the next try can succeed.
  if (auth.getState().status !== before) return `${String(met)}, and ${auth.getState().status}`
  if (before === 'signedIn') await attributesOf(session(auth))
  const next = await errorCode(run(visitor))
  return next === met && met !== usual ? `${String(met)}, and again` : met
}

describe.each([
  ['common', commonFaults],
  ['rare', rareFaults],
])('every action has a code for each of the %s faults:', (_, faults: Record<string, Fault>) => {
  it.each(Object.entries(journeys))('%s', { timeout: 60_000 }, async (action, journey) => {
    const testPool = await startCognito({ pool: { DeviceConfiguration: always } })

    const found: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    const ada = isAccountAction(action)
      ? await visit(testPool, journey, 'ada@example.com')
      : undefined
    const usual = ada && (await errorCode(journey.run(ada)))
    for (const [index, [name, fault]] of Object.entries(faults).entries()) {
      const visitor = ada ?? (await visit(testPool, journey, `user${index}@example.com`))
      found[name] = await meet(visitor, { ...journey, action, usual }, fault)
      expected[name] = expectedCode(name, fault, action, journey)
    }
    expect(found).toEqual(expected)
  })
})
