import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { initiateAuth, userAuth } from '#local-cognito/test/support/factorPool.ts'
import {
  byPassword,
  finishSignIn,
  loa,
  openStepUpPool,
  passwordToken,
  requestLevels,
} from '#local-cognito/test/support/stepUpPool.ts'
import { HOUR, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const unauthorised = (message: string) => ({ type: 'NotAuthorizedException', message })

const NO_FACTORS = invalid('User has no factors for any of the requested authentication levels.')
const NO_VALUE = invalid('TARGET_ACR_VALUES has no valid value.')
const NO_AGE = invalid('MAX_AGE must be a non-negative integer.')
const ENOUGH = invalid('ACCESS_TOKEN already satisfies the requested authentication level.')
const NOT_THEIRS = unauthorised('Access Token was not issued for this user and client.')

test.each([
  [{ ACCESS_TOKEN: 'a.b.c' }, invalid('ACCESS_TOKEN requires TARGET_ACR_VALUES.')],
  [{ TARGET_ACR_VALUES: 'urn:unknown Level1' }, NO_VALUE],
  [{ TARGET_ACR_VALUES: '' }, NO_VALUE],
  [{ TARGET_ACR_VALUES: loa(4) }, NO_FACTORS],
  [{ TARGET_ACR_VALUES: loa(1), MAX_AGE: 'soon' }, NO_AGE],
  [{ TARGET_ACR_VALUES: loa(1), MAX_AGE: '-1' }, NO_AGE],
  [{ MAX_AGE: '1.5' }, NO_AGE],
  [{ TARGET_ACR_VALUES: loa(1), ACCESS_TOKEN: 'a.b.c' }, unauthorised('Invalid Access Token')],
])('refuses %j', async (given, apiError) => {
  const testPool = await openStepUpPool()
  expect(await testPool.refused('InitiateAuth', userAuth(undefined, given))).toEqual(apiError)
})

test('refuses a token that reaches the level already', async () => {
  const testPool = await openStepUpPool()
  const ACCESS_TOKEN = await passwordToken(testPool)
  const enough = requestLevels([4, 1], { ACCESS_TOKEN, MAX_AGE: '600' })
  expect(await testPool.refused('InitiateAuth', enough)).toEqual(ENOUGH)
  const code = await finishSignIn(
    testPool,
    await initiateAuth(testPool, requestLevels([2], {}, 'EMAIL_OTP')),
  )
  const more = requestLevels([1], { ACCESS_TOKEN: tokensOf(code).AccessToken })
  expect(await testPool.refused('InitiateAuth', more)).toEqual(ENOUGH)
})

test('refuses a token of another user or client, and an invalid one', async () => {
  const testPool = await openStepUpPool([], { client: { PreventUserExistenceErrors: 'ENABLED' } })
  await testPool.addTestUser('amy')
  const { AccessToken: ACCESS_TOKEN, IdToken } = tokensOf(
    await initiateAuth(testPool, byPassword()),
  )
  const asked = (given: object = {}, input: object = {}) =>
    testPool.refused('InitiateAuth', {
      ...requestLevels([4, 2], { ACCESS_TOKEN, ...given }),
      ...input,
    })
  expect(await asked({ USERNAME: 'amy' })).toEqual(NOT_THEIRS)
  expect(await asked({ USERNAME: 'no-user' })).toEqual(NOT_THEIRS)
  const other = testPool.makeClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  expect(await asked({}, { ClientId: other.id })).toEqual(NOT_THEIRS)
  expect(await asked({ ACCESS_TOKEN: IdToken })).toEqual(unauthorised('Invalid Access Token'))
  await testPool.call('GlobalSignOut', { AccessToken: ACCESS_TOKEN })
  expect(await asked()).toEqual(unauthorised('Access Token has been revoked'))
  vi.setSystemTime(Date.now() + HOUR)
  expect(await asked()).toEqual(unauthorised('Access Token has expired'))
})

test('an unknown user gets the challenges of an existing one', async () => {
  const testPool = await openStepUpPool([], { client: { PreventUserExistenceErrors: 'ENABLED' } })
  await testPool.addTestUser('amy', {
    attributes: { email: 'a@example.com', email_verified: 'true' },
  })
  for (const level of [1, 2, 3]) {
    const asked = async (USERNAME: string) =>
      (await initiateAuth(testPool, requestLevels([level], { USERNAME }))).AvailableChallenges
    expect(await asked('no-user')).toEqual(await asked('amy'))
  }
  const asked = requestLevels([4], { USERNAME: 'no-user' })
  expect(await testPool.refused('InitiateAuth', asked)).toEqual(NO_FACTORS)
})

test('the LITE tier has no levels', async () => {
  const testPool = await openStepUpPool([], { pool: { UserPoolTier: 'LITE' } })
  expect(await testPool.refused('InitiateAuth', requestLevels([1]))).toMatchObject({
    type: 'FeatureUnavailableInTierException',
  })
})
