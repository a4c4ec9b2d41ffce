import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { initiateAuth, respond, responseTo } from '#local-cognito/test/support/factorPool.ts'
import {
  openPasskeyPool,
  passkeyResponse,
  requestOptions,
  startWithPasskey,
} from '#local-cognito/test/support/passkeyPool.ts'
import { claimsOf, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('signing in with a passkey', () => {
  test('as the preferred factor; options for the browser', async () => {
    const fixture = await openPasskeyPool()
    const { testPool, add } = fixture
    const id = await add()
    const asked = await startWithPasskey(testPool)
    expect(asked).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      Session: expect.any(String) as string,
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    })
    expect(requestOptions(asked)).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      rpId: 'localhost',
      timeout: 60_000,
      allowCredentials: [{ id, type: 'public-key', transports: ['internal'] }],
      userVerification: 'preferred',
    })
    const completed = await respond(testPool, await passkeyResponse(fixture, asked))
    expect(completed.ChallengeParameters).toEqual({})
    expect(claimsOf(tokensOf(completed).AccessToken)).toMatchObject({ sub: testPool.jo.sub })
  })

  test('after a choice, signed with RS256', async () => {
    const fixture = await openPasskeyPool()
    await fixture.add({ algorithm: -257 })
    const asked = await respond(
      fixture.testPool,
      responseTo(await initiateAuth(fixture.testPool), { ANSWER: 'WEB_AUTHN' }),
    )
    expect(asked.ChallengeName).toBe('WEB_AUTHN')
    tokensOf(await respond(fixture.testPool, await passkeyResponse(fixture, asked)))
  })

  test('with any of several', async () => {
    const fixture = await openPasskeyPool()
    for (const id of [await fixture.add(), await fixture.add({ origin: 'http://localhost' })])
      expect(
        await respond(
          fixture.testPool,
          await passkeyResponse(fixture, await startWithPasskey(fixture.testPool), { id }),
        ),
      ).toHaveProperty('AuthenticationResult')
  })

  test('without user verification, where the pool only prefers it', async () => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const asked = await startWithPasskey(fixture.testPool)
    expect(
      await respond(
        fixture.testPool,
        await passkeyResponse(fixture, asked, { isUserVerified: false }),
      ),
    ).toHaveProperty('AuthenticationResult')
  })
})
