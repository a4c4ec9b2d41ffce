import { describe, expect, it } from 'vitest'
import type { Method } from '#vault/protocol/challenges.ts'
import {
  cognitoChallengeOf,
  deliveryFrom,
  restartAndChoose,
  withDelivery,
  type Outcome,
} from './pendingChallenge.ts'

const username = 'ada'

describe('restartAndChoose', () => {
  const chosen: Outcome = { kind: 'signedOut', username, reason: 'confirmed' }
  const restart = (outcome: Outcome) =>
    restartAndChoose(
      () => Promise.resolve(outcome),
      'SMS_MFA',
      () => Promise.resolve(chosen),
    )
  const choice = (...methods: Method[]): Outcome => ({
    kind: 'challenge',
    pending: {
      rememberMe: false,
      challenge: { kind: 'chooseMethod', username, methods, setUp: false },
    },
  })

  it('makes the same choice again', async () => {
    expect(await restart(choice('EMAIL_OTP', 'SMS_MFA'))).toBe(chosen)
  })

  it('leaves the choice to the user where the method is not offered any more', async () => {
    const other = choice('EMAIL_OTP')
    expect(await restart(other)).toBe(other)
  })

  it.each<Outcome>([
    { kind: 'alreadySignedIn' },
    {
      kind: 'challenge',
      pending: { rememberMe: false, challenge: { kind: 'trustDevice', username } },
    },
  ])('goes on with what Cognito asks instead: %j', async (outcome) => {
    expect(await restart(outcome)).toBe(outcome)
  })
})

it('names the place of a code only where Cognito says all of it', () => {
  const delivery = { destination: 'a***@e***', medium: 'EMAIL' } as const
  const said = deliveryFrom({ Destination: 'a***@e***', DeliveryMedium: 'EMAIL' })
  expect(withDelivery({ username }, said)).toEqual({ username, delivery })
  expect(withDelivery({ username }, deliveryFrom({ DeliveryMedium: 'EMAIL' }))).toEqual({
    username,
  })
  expect(deliveryFrom()).toBeUndefined()
})

it('has no session to answer with for a challenge that Cognito did not ask', () => {
  const pending = { rememberMe: false, challenge: { kind: 'trustDevice', username } } as const
  expect(() => cognitoChallengeOf(pending)).toThrow('challengeExpired')
})
