import { vi } from 'vitest'
import type { rotation } from '#local-cognito/fixtures/rotation.ts'
import { PASSWORD, type TestPool, tokensOf } from '#local-cognito/test/support/testPool.ts'
import { administer, type Arrange, openPool, secretHash, world } from './world.ts'

const SECOND = 1000

/** jo, signed in at a rotating client. */
async function signedIn(RetryGracePeriodSeconds = 0) {
  const testPool = await openPool({
    client: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
    },
  })
  const { RefreshToken } = await testPool.tokensFor('jo')
  const rotate = async (token = RefreshToken) =>
    tokensOf(await testPool.call('GetTokensFromRefreshToken', { RefreshToken: token })).RefreshToken
  const worldWith = (token: string) => world(testPool, { 'refresh-token': token })
  return { testPool, RefreshToken, rotate, worldWith }
}

/** jo, signed in at a client with a secret that does not rotate. */
async function signedInWithSecret() {
  const testPool = await openPool({ client: { GenerateSecret: true } })
  const { RefreshToken } = tokensOf(
    await testPool.call('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jo', PASSWORD, SECRET_HASH: secretHash(testPool) },
    }),
  )
  return world(testPool, { 'refresh-token': RefreshToken, 'client-secret': 'wrong' })
}

const stopRotating = (testPool: TestPool) =>
  administer(testPool, 'UpdateUserPoolClient', {
    ClientId: testPool.client.id,
    RefreshTokenRotation: { Feature: 'DISABLED' },
  })

export const arrangeRotation: Record<keyof typeof rotation, Arrange> = {
  'rotate: right': async () => {
    const { RefreshToken, worldWith } = await signedIn()
    return worldWith(RefreshToken)
  },
  'rotate: a client that does not': async () => {
    const testPool = await openPool()
    const { RefreshToken } = await testPool.tokensFor('jo')
    return world(testPool, { 'refresh-token': RefreshToken })
  },
  'rotate: not a token': async () => (await signedIn()).worldWith('garbage'),
  'rotate: another client': async () => {
    const { testPool, RefreshToken } = await signedIn()
    const other = testPool.makeClient()
    return world(testPool, { 'refresh-token': RefreshToken, client: other.id })
  },
  'rotate: unknown client': async () => {
    const { RefreshToken, worldWith } = await signedIn()
    return worldWith(RefreshToken)
  },
  'rotate: used before': async () => {
    const { RefreshToken, rotate, worldWith } = await signedIn()
    await rotate()
    return worldWith(RefreshToken)
  },
  'rotate: the newer token after a reuse': async () => {
    const { testPool, RefreshToken, rotate, worldWith } = await signedIn()
    const newer = await rotate()
    await testPool.refused('GetTokensFromRefreshToken', { RefreshToken })
    return worldWith(newer)
  },
  'rotate: again within the grace period': async () => {
    const { RefreshToken, rotate, worldWith } = await signedIn(4)
    await rotate()
    vi.advanceTimersByTime(2 * SECOND)
    return worldWith(RefreshToken)
  },
  'rotate: again after the grace period': async () => {
    const { RefreshToken, rotate, worldWith } = await signedIn(4)
    await rotate()
    vi.advanceTimersByTime(2 * SECOND)
    await rotate()
    vi.advanceTimersByTime(3 * SECOND)
    return worldWith(RefreshToken)
  },
  'rotate: a token that a retry has replaced': async () => {
    const { rotate, worldWith } = await signedIn(4)
    const replaced = await rotate()
    await rotate()
    return worldWith(replaced)
  },
  'rotate: two tokens back': async () => {
    const { RefreshToken, rotate, worldWith } = await signedIn(4)
    await rotate(await rotate())
    return worldWith(RefreshToken)
  },
  'rotate: revoked': async () => {
    const { testPool, RefreshToken, rotate, worldWith } = await signedIn()
    const newer = await rotate()
    await testPool.call('RevokeToken', { Token: RefreshToken })
    return worldWith(newer)
  },
  'rotate: used before, no longer rotating': async () => {
    const { testPool, RefreshToken, rotate, worldWith } = await signedIn()
    await rotate()
    await stopRotating(testPool)
    return worldWith(RefreshToken)
  },
  'rotate: revoked, no longer rotating': async () => {
    const { testPool, RefreshToken, rotate, worldWith } = await signedIn()
    const newer = await rotate()
    await stopRotating(testPool)
    await testPool.call('RevokeToken', { Token: RefreshToken })
    return worldWith(newer)
  },
  'rotate: no secret': signedInWithSecret,
  'rotate: wrong secret': signedInWithSecret,
}
