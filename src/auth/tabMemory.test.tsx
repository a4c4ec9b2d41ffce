import { afterEach, expect, it } from 'vitest'
import { restoreTabMemory, saveTabMemory } from './tabMemory.ts'

afterEach(() => sessionStorage.clear())

it('restores after a reload what the tab stored', () => {
  const tab = { browserSessionId: 'a', interrupted: 'ada@example.com' }
  saveTabMemory(tab)
  expect(restoreTabMemory()).toEqual(tab)
})

it('starts a new browser session in a new tab', () => {
  const { browserSessionId } = restoreTabMemory()
  expect(restoreTabMemory().browserSessionId).not.toBe(browserSessionId)
})

it.each(['{"browserSessionId":', '{"run":"a"}', 'null', '7'])(
  'ignores %s, which this version does not write',
  (stored) => {
    sessionStorage.setItem('gatehouse.tab', stored)
    expect(Object.keys(restoreTabMemory())).toEqual(['browserSessionId'])
  },
)
