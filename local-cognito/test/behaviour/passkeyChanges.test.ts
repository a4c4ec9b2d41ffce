import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { refusedResponse, respond } from '#local-cognito/test/support/factorPool.ts'
import {
  openPasskeyPool,
  passkeyResponse,
  startWithPasskey,
} from '#local-cognito/test/support/passkeyPool.ts'
import { PASSWORD, type TestPool, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const signature = `Signature=${'0'.repeat(64)}`
const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, ${signature}`

/** Calls an admin operation. */
async function administer(testPool: TestPool, action: string, given: object = {}) {
  const input = { UserPoolId: testPool.pool.id, ...given }
  const { status, text } = await testPool.send(action, input, { authorization })
  if (status !== 200) throw new Error(`${action}: ${text}`)
}

const Username = 'jo'
const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const disabled = { type: 'NotAuthorizedException', message: 'User is disabled.' }

/** Whole state as text. */
const kept = ({ store }: TestPool) =>
  JSON.stringify(Object.values(store), (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )

describe('a passkey challenge is no longer enough after', () => {
  test.each<[string, (testPool: TestPool) => unknown, object]>([
    [
      'resetting the password',
      (testPool) => administer(testPool, 'AdminResetUserPassword', { Username }),
      INCORRECT,
    ],
    [
      'setting a temporary password',
      (testPool) =>
        administer(testPool, 'AdminSetUserPassword', {
          Username,
          Password: `${PASSWORD}0`,
          Permanent: false,
        }),
      INCORRECT,
    ],
    [
      'disabling the user',
      (testPool) => administer(testPool, 'AdminDisableUser', { Username }),
      disabled,
    ],
    ['MFA has become required', ({ pool }) => (pool.settings.MfaConfiguration = 'ON'), INCORRECT],
    ['the pool has dropped WebAuthn', ({ pool }) => (pool.settings.Policies = {}), INCORRECT],
    [
      'the pool has dropped its relying party',
      ({ pool }) => delete pool.mfa.WebAuthnConfiguration,
      INCORRECT,
    ],
  ])('%s', async (_name, change, apiError) => {
    const fixture = await openPasskeyPool()
    await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(fixture.testPool))
    await change(fixture.testPool)
    expect(await refusedResponse(fixture.testPool, srpResponse)).toEqual(apiError)
  })
})

describe('deletes all traces of passkeys', () => {
  test('with the user; a new user of that name has none, and the old one fails', async () => {
    const fixture = await openPasskeyPool()
    const { testPool } = fixture
    const id = await fixture.add()
    const srpResponse = await passkeyResponse(fixture, await startWithPasskey(testPool))
    expect(kept(testPool)).toContain(id)
    await administer(testPool, 'AdminDeleteUser', { Username })
    expect(kept(testPool)).not.toContain(id)

    await testPool.addTestUser(Username)
    // The open sign-in ended with the user.
    expect(await refusedResponse(testPool, srpResponse)).toEqual({
      type: 'NotAuthorizedException',
      message: 'Invalid session for the user.',
    })
    expect((await startWithPasskey(testPool)).ChallengeName).toBe('SELECT_CHALLENGE')
    const { AccessToken } = await testPool.tokensFor(Username)
    expect(await fixture.list({ AccessToken })).toEqual({ Credentials: [] })
    expect(
      await testPool.refused('ListWebAuthnCredentials', { AccessToken: fixture.AccessToken }),
    ).toEqual({
      type: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    })
    // The credential id of a deleted user is free again.
    await fixture.add({ id }, AccessToken)
  })

  test('with the pool, including open challenges', async () => {
    const fixture = await openPasskeyPool()
    const { testPool } = fixture
    const id = await fixture.add()
    await startWithPasskey(testPool)
    await fixture.make()
    await administer(testPool, 'DeleteUserPool')
    expect(kept(testPool)).not.toContain(id)
    expect([...testPool.store.sessions, ...testPool.store.users]).toEqual([])
  })
})

test('of two simultaneous identical answers one is accepted', async () => {
  const fixture = await openPasskeyPool()
  await fixture.add()
  const srpResponse = await passkeyResponse(fixture, await startWithPasskey(fixture.testPool))
  const [first, second] = await Promise.all([
    respond(fixture.testPool, srpResponse),
    refusedResponse(fixture.testPool, srpResponse),
  ])
  tokensOf(first)
  expect(second).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})
