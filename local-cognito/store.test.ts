import { expect, test } from 'vitest'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'
import { createCognito } from './index.ts'
import { Store } from './store.ts'

test('survives a round trip through JSON', async () => {
  const testPool = await openTestPool({ pool: { AutoVerifiedAttributes: ['email'] } })
  await testPool.call('SignUp', { Username: 'kim', Password: PASSWORD })
  const { AccessToken } = await testPool.tokensFor('jo')
  const saved = JSON.stringify(testPool.store)
  const store = Store.fromJSON(JSON.parse(saved))
  expect(JSON.stringify(store)).toBe(saved)

  const response = await createCognito({ store }).handle(
    new Request('http://cognito.test/', {
      method: 'POST',
      headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.GetUser' },
      body: JSON.stringify({ AccessToken }),
    }),
  )
  expect(await response.json()).toMatchObject({ Username: 'jo' })
})

test.each([null, [], {}, { version: 0 }])('refuses a state of another shape: %j', (json) => {
  expect(() => Store.fromJSON(json)).toThrow('not of version 1')
})

test('names the missing part of a state', () => {
  const { users: _, ...rest } = new Store().toJSON()
  expect(() => Store.fromJSON(rest)).toThrow('"users"')
})

test('saves a change before it is acknowledged, also that of a refusal', async () => {
  const saves: number[] = []
  const testPool = await openTestPool({
    options: {
      afterChange: async ({ users = {} }) =>
        void saves.push(await Promise.resolve(Object.keys(users).length)),
    },
  })
  await testPool.call('SignUp', { Username: 'kim', Password: PASSWORD })
  expect(saves).toEqual([2])
  const ConfirmationCode = '000000'
  await testPool.refused('ConfirmSignUp', { Username: 'kim', ConfirmationCode })
  expect(saves).toEqual([2, 0])
})

test('does not save after reading', async () => {
  const saves: string[] = []
  const testPool = await openTestPool({ options: { afterChange: () => void saves.push('saved') } })
  const { AccessToken } = await testPool.tokensFor('jo')
  const before = saves.length
  await testPool.call('GetUser', { AccessToken })
  expect(saves).toHaveLength(before)
})
