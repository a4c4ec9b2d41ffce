import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PASSWORD } from '#local-cognito/test/support/testPool.ts'
import { byPassword, openTriggerPool } from '#local-cognito/test/support/triggerPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

const signIn = byPassword('jo', PASSWORD)

test('a function that throws anything refuses with its words', async () => {
  for (const [thrown, words] of [
    [new TypeError('x is not a function'), 'x is not a function'],
    ['no', 'no'],
    [
      new Error('2026-01-01T00:00:00.000Z 1 Task timed out after 3.00 seconds'),
      '2026-01-01T00:00:00.000Z 1 Task timed out after 3.00 seconds',
    ],
  ] as const) {
    const testPool = await openTriggerPool({
      PreAuthentication() {
        // oxlint-disable-next-line typescript/only-throw-error -- what a function may do
        throw thrown
      },
    })
    expect(await testPool.refused('InitiateAuth', signIn)).toEqual({
      type: 'UserLambdaValidationException',
      message: `PreAuthentication failed with error ${words}.`,
    })
  }
})

test('a function that does not respond within five seconds is tried three times', async () => {
  let runs = 0
  const testPool = await openTriggerPool({
    PreAuthentication() {
      runs += 1
      return new Promise(() => undefined)
    },
  })
  const refused = testPool.refused('InitiateAuth', signIn)
  for (const expected of [1, 2, 3]) {
    await vi.waitFor(() => expect(runs).toBe(expected), { interval: 1 })
    await vi.advanceTimersByTimeAsync(5000)
  }
  expect(await refused).toEqual({
    type: 'UnexpectedLambdaException',
    message:
      'PreAuthentication invocation failed due to error Socket timeout while invoking Lambda function.',
  })
  expect(runs).toBe(3)
})

test('one that responds at the second try is fine', async () => {
  let runs = 0
  const testPool = await openTriggerPool({
    PreAuthentication(event) {
      runs += 1
      return runs === 1 ? new Promise(() => undefined) : event
    },
  })
  const answer = testPool.call('InitiateAuth', signIn)
  await vi.waitFor(() => expect(runs).toBe(1), { interval: 1 })
  await vi.advanceTimersByTimeAsync(5000)
  expect(await answer).toHaveProperty('AuthenticationResult')
})

test.each([
  ['nothing', () => undefined],
  ['a text', () => 'fine'],
  ['the response alone', ({ response }: { response: object }) => response],
  ['another user', (event: object) => ({ ...event, userName: 'kim' })],
  ['a response that is no object', (event: object) => ({ ...event, response: 1 })],
] as const)('a function that returns %s is not understood', async (_, PreAuthentication) => {
  // Functions in JavaScript may return anything.
  const triggers: object = { PreAuthentication }
  const testPool = await openTriggerPool(triggers)
  expect(await testPool.refused('InitiateAuth', signIn)).toEqual({
    type: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  })
})
