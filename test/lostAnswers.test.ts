import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorCode } from '#test/support/expectations.ts'
import { scenarios } from '#test/support/lostAnswerScenarios.ts'
import { loseAnswer, losses, open } from '#test/support/lostAnswers.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'

// Cognito has done what it was asked, but its answer did not arrive. The next try finds out, and says so.

beforeEach(fakeTimers)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe.each(Object.entries(scenarios))('%s', (name, { settings, start, check }) => {
  it.each(losses)('whose answer is %s is found out by the next try', async (_, answer, code) => {
    const visit = await open(settings)
    const press = await start(visit)
    const [action = ''] = name.split(' ')
    loseAnswer(visit, action, answer)
    const mayMove = () => visit.isDone && visit.testPool.isIdle()
    expect(await untilSettled(errorCode(press()), mayMove)).toBe(code)
    expect(visit.isDone).toBe(true)
    vi.useRealTimers()
    expect(await errorCode(press())).toBe('admitted')
    await check(visit)
  })
})
