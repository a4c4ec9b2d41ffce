import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CaptureName, captures } from '#local-cognito/fixtures/captures.ts'
import { arrangeAccount, arrangeAttributes, arrangeTokenEndpoint } from './arrangeAccount.ts'
import { arrangeFactors } from './arrangeFactors.ts'
import { arrangeRefresh } from './arrangeRefresh.ts'
import { arrangeRotation } from './arrangeRotation.ts'
import { arrangeSignIn } from './arrangeSignIn.ts'
import { arrangeRecovery, arrangeSignUp } from './arrangeSignUp.ts'
import { arrangeSrp } from './arrangeSrp.ts'
import { differences, filled } from './differences.ts'
import type { Arrange } from './world.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const arrange: Record<CaptureName, Arrange> = {
  ...arrangeSignIn,
  ...arrangeSrp,
  ...arrangeRefresh,
  ...arrangeRotation,
  ...arrangeSignUp,
  ...arrangeRecovery,
  ...arrangeFactors,
  ...arrangeAccount,
  ...arrangeAttributes,
  ...arrangeTokenEndpoint,
}

/**
 * Answers that are not those of AWS here, each with its reason. A test fails once one is: delete its line then.
 */
const knownDifferences: Partial<Record<CaptureName, string>> = {
  'srp: throttled': 'The account-wide rates are not modelled: inject the fault to see it.',
  'refresh: firewall': 'There is no web ACL in front: inject the fault to see it.',
  'email code: unknown user, concealed':
    'AWS draws the simulated factors at random. Here they are those of a user with a password.',
  'token: tracked devices': 'One comment, which does not say how the session began.',
}

// The keys of that record.
const names = Object.keys(captures) as CaptureName[]

async function differencesOf(name: CaptureName) {
  const { send, values } = await arrange[name]()
  const answered = await send(captures[name].action, filled(captures[name].request, values))
  return differences(captures[name], answered, values)
}

describe('the local Cognito answers as AWS was seen to:', () => {
  test.each(names.filter((name) => !(name in knownDifferences)))('%s', async (name) => {
    expect(await differencesOf(name)).toEqual([])
  })
})

describe('the local Cognito is known to answer otherwise:', () => {
  test.each(Object.entries(knownDifferences))('%s (%s)', async (name, reason) => {
    const found = names.filter((each) => each === name).map(differencesOf)
    expect(await Promise.all(found), `Gone, so delete the line: ${reason}`).not.toEqual([[]])
  })
})
