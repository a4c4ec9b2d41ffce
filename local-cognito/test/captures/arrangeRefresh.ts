import { vi } from 'vitest'
import type { refreshing } from '#local-cognito/fixtures/refresh.ts'
import { openDevicePool } from '#local-cognito/test/support/devicePool.ts'
import { PASSWORD, type TestPoolOptions, tokensOf } from '#local-cognito/test/support/testPool.ts'
import { administer, type Arrange, FLOWS, openPool, secretHash, world } from './world.ts'

const MONTH = 31 * 24 * 60 * 60 * 1000
const NEW_PASSWORD = 'Another-Horse-9'

async function signedIn(settings?: TestPoolOptions) {
  const testPool = await openPool(settings)
  const { AccessToken, RefreshToken } = await testPool.tokensFor('jo')
  const values = { 'refresh-token': RefreshToken, 'access-token': AccessToken }
  return { testPool, values, AccessToken, RefreshToken, world: () => world(testPool, values) }
}

type SignedIn = Awaited<ReturnType<typeof signedIn>>

/** Signs jo in, does something, and leaves the refreshing to the capture. */
const after = (happens: (given: SignedIn) => Promise<unknown>): Arrange => {
  return async () => {
    const given = await signedIn()
    await happens(given)
    return given.world()
  }
}

const revoke = ({ testPool, RefreshToken }: SignedIn) =>
  testPool.call('RevokeToken', { Token: RefreshToken })

/** jo, signed in at a client with a secret. */
async function signedInWithSecret() {
  const testPool = await openPool({ client: { GenerateSecret: true } })
  const { RefreshToken } = tokensOf(
    await testPool.call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jo', PASSWORD, SECRET_HASH: secretHash(testPool) },
    }),
  )
  return world(testPool, { 'refresh-token': RefreshToken })
}

export const arrangeRefresh: Record<keyof typeof refreshing, Arrange> = {
  'refresh: right': async () => (await signedIn()).world(),
  'refresh: after a password change': after(({ testPool, AccessToken }) =>
    testPool.call('ChangePassword', {
      AccessToken,
      PreviousPassword: PASSWORD,
      ProposedPassword: NEW_PASSWORD,
    }),
  ),
  'refresh: after a temporary password': after(({ testPool }) =>
    administer(testPool, 'AdminSetUserPassword', {
      Username: 'jo',
      Password: NEW_PASSWORD,
      Permanent: false,
    }),
  ),
  'refresh: not a token': async () => world(await openPool(), { 'refresh-token': 'garbage' }),
  'refresh: another client': async () => {
    const { testPool, values } = await signedIn()
    const other = testPool.makeClient({ ExplicitAuthFlows: [...FLOWS] })
    return world(testPool, { ...values, client: other.id })
  },
  'refresh: another pool': async () => {
    const { values } = await signedIn()
    return world(await openPool(), values)
  },
  'refresh: revoked': after(revoke),
  'refresh: signed out everywhere': after(({ testPool, AccessToken }) =>
    testPool.call('GlobalSignOut', { AccessToken }),
  ),
  'refresh: disabled user': after(({ testPool }) =>
    administer(testPool, 'AdminDisableUser', { Username: 'jo' }),
  ),
  'refresh: enabled again': after(async ({ testPool }) => {
    await administer(testPool, 'AdminDisableUser', { Username: 'jo' })
    await administer(testPool, 'AdminEnableUser', { Username: 'jo' })
  }),
  'refresh: deleted user': after(({ testPool }) =>
    administer(testPool, 'AdminDeleteUser', { Username: 'jo' }),
  ),
  'refresh: expired': after(async () => {
    vi.advanceTimersByTime(MONTH)
  }),
  'refresh: no device key': async () => {
    const { testPool, tokens } = await openDevicePool()
    return world(testPool, { 'refresh-token': tokens.RefreshToken })
  },
  'refresh: no secret hash': signedInWithSecret,
  'refresh: a rotating client': async () =>
    (
      await signedIn({
        client: {
          RefreshTokenRotation: { Feature: 'ENABLED' },
          ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        },
      })
    ).world(),
  'refresh: firewall': async () => (await signedIn()).world(),
  'revoke: right': async () => (await signedIn()).world(),
  'revoke: again': after(revoke),
  'revoke: no secret': signedInWithSecret,
  'sign out everywhere': async () => (await signedIn()).world(),
}
