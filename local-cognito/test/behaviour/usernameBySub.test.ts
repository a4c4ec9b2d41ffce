import { expect, test } from 'vitest'
import { operations } from '#local-cognito/operations/operations.ts'
import { openDomainPool, parseObject } from '#local-cognito/test/support/domainPool.ts'
import { openTestPool, PASSWORD } from '#local-cognito/test/support/testPool.ts'

/** They name a new user. */
const NAME_NOBODY = ['SignUp', 'AdminCreateUser']

const actions = Object.entries(operations).flatMap(([name, { members }]) =>
  'Username' in members && !NAME_NOBODY.includes(name) ? [name] : [],
)

/** Everything that any of these actions requires beside the username. */
const EVERYTHING = {
  ConfirmationCode: '123456',
  DeviceKey: 'us-east-1_00000000-0000-4000-8000-000000000000',
  GroupName: 'team',
  Password: PASSWORD,
  SessionId: 'none',
  UserAttributeNames: ['nickname'],
  UserAttributes: [{ Name: 'nickname', Value: 'Jo' }],
}

const openPool = () =>
  openDomainPool({
    pool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } },
    client: { SupportedIdentityProviders: ['COGNITO', 'Google'] },
  })

test.each(actions)('%s finds a user by sub', async (action) => {
  const domain = await openPool()
  const { client, jo, pool } = domain
  pool.sessionTracking = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 20 } }
  const refusal = async (Username: string) => {
    const input = { ...EVERYTHING, ClientId: client.id, Username }
    return parseObject((await domain.admin(action, input)).text)['__type']
  }
  expect(await refusal(crypto.randomUUID())).toBe('UserNotFoundException')
  expect(await refusal(jo.sub)).not.toBe('UserNotFoundException')
})

test('a change by sub reaches its user', async () => {
  const domain = await openPool()
  const { jo } = domain
  const input = { ...EVERYTHING, Username: jo.sub }
  expect((await domain.admin('AdminUpdateUserAttributes', input)).status).toBe(200)
  expect(domain.jo.attributes['nickname']).toBe('Jo')
  const { text } = await domain.admin('AdminGetUser', { Username: jo.sub })
  expect(parseObject(text)).toMatchObject({ Username: 'jo', UserStatus: 'CONFIRMED' })
})

test('a username that is the sub of another user means its owner', async () => {
  const domain = await openPool()
  await domain.addTestUser(domain.jo.sub)
  const { text } = await domain.admin('AdminGetUser', { Username: domain.jo.sub })
  expect(parseObject(text)).toMatchObject({ Username: domain.jo.sub })
})

test('the sub of a federated user finds nobody, and no sub signs in', async () => {
  const domain = await openPool()
  await domain.tokens()
  const google = [...domain.store.users.values()].find(
    ({ status }) => status === 'EXTERNAL_PROVIDER',
  )
  const { text } = await domain.admin('AdminGetUser', { Username: google?.sub })
  expect(parseObject(text)['__type']).toBe('UserNotFoundException')

  const testPool = await openTestPool()
  const AuthParameters = { USERNAME: testPool.jo.sub, SRP_A: 'ab' }
  const start = { AuthFlow: 'USER_SRP_AUTH', AuthParameters }
  expect(await testPool.refused('InitiateAuth', start)).toMatchObject({
    type: 'UserNotFoundException',
  })
})
