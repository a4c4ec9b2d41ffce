import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PASSWORD, tokensOf, type Bed } from '#local-cognito/test/support/testPool.ts'
import { answer, refused } from '#local-cognito/test/support/factorPool.ts'
import { askPasskey, openPasskeys, signed } from '#local-cognito/test/support/passkeyPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const signature = `Signature=${'0'.repeat(64)}`
const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, ${signature}`

/** An action of an administrator. */
async function administer(bed: Bed, action: string, given: object = {}) {
  const input = { UserPoolId: bed.pool.id, ...given }
  const { status, text } = await bed.send(action, input, { authorization })
  if (status !== 200) throw new Error(`${action}: ${text}`)
}

const Username = 'jo'
const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
const disabled = { type: 'NotAuthorizedException', message: 'User is disabled.' }

/** Everything that is kept, as text. */
const kept = ({ store }: Bed) =>
  JSON.stringify(Object.values(store), (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )

describe('a passkey that was asked for is not enough any more', () => {
  test.each<[string, (bed: Bed) => unknown, object]>([
    ['after a reset', (bed) => administer(bed, 'AdminResetUserPassword', { Username }), INCORRECT],
    [
      'after a temporary password',
      (bed) =>
        administer(bed, 'AdminSetUserPassword', {
          Username,
          Password: `${PASSWORD}0`,
          Permanent: false,
        }),
      INCORRECT,
    ],
    ['of somebody disabled', (bed) => administer(bed, 'AdminDisableUser', { Username }), disabled],
    [
      'where a second factor is required now',
      ({ pool }) => (pool.settings.MfaConfiguration = 'ON'),
      INCORRECT,
    ],
    ['where the pool takes none now', ({ pool }) => (pool.settings.Policies = {}), INCORRECT],
    [
      'where the pool does not say whose now',
      ({ pool }) => delete pool.mfa.WebAuthnConfiguration,
      INCORRECT,
    ],
  ])('%s', async (_name, change, refusal) => {
    const one = await openPasskeys()
    await one.add()
    const proof = await signed(one, await askPasskey(one.bed))
    await change(one.bed)
    expect(await refused(one.bed, proof)).toEqual(refusal)
  })
})

describe('nothing is left of a passkey', () => {
  test('of somebody deleted; a namesake has none, and none fits', async () => {
    const one = await openPasskeys()
    const { bed } = one
    const id = await one.add()
    const proof = await signed(one, await askPasskey(bed))
    expect(kept(bed)).toContain(id)
    await administer(bed, 'AdminDeleteUser', { Username })
    expect(kept(bed)).not.toContain(id)

    await bed.addPerson(Username)
    // The sign-in that was under way ended with them.
    expect(await refused(bed, proof)).toEqual({
      type: 'NotAuthorizedException',
      message: 'Invalid session for the user.',
    })
    expect((await askPasskey(bed)).ChallengeName).toBe('SELECT_CHALLENGE')
    const { AccessToken } = await bed.tokensFor(Username)
    expect(await one.list({ AccessToken })).toEqual({ Credentials: [] })
    expect(await bed.refused('ListWebAuthnCredentials', { AccessToken: one.AccessToken })).toEqual({
      type: 'NotAuthorizedException',
      message: 'Access Token has been revoked',
    })
    // What was somebody's is free again.
    await one.add({ id }, AccessToken)
  })

  test('of a pool removed, nor of what was to be signed', async () => {
    const one = await openPasskeys()
    const { bed } = one
    const id = await one.add()
    await askPasskey(bed)
    await one.make()
    await administer(bed, 'DeleteUserPool')
    expect(kept(bed)).not.toContain(id)
    expect([...bed.store.sessions, ...bed.store.users]).toEqual([])
  })
})

test('one answer given twice at the same moment is taken once', async () => {
  const one = await openPasskeys()
  await one.add()
  const proof = await signed(one, await askPasskey(one.bed))
  const [first, second] = await Promise.all([answer(one.bed, proof), refused(one.bed, proof)])
  tokensOf(first)
  expect(second).toEqual({
    type: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
})
