import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  MINUTE,
  openTestPool,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const NEW = 'Brand-New-Word-7'
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })

/** Signs in an invited user, up to NEW_PASSWORD_REQUIRED. */
async function invited(settings?: TestPoolOptions) {
  const testPool = await openTestPool(settings)
  const attributes = { email: 'new@example.com', email_verified: 'true' }
  const user = await testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD', attributes })
  const { AuthenticationResult, ...challenge } = await testPool.signInBySrp('new')
  expect(AuthenticationResult).toBeUndefined()
  const answer = (responses: object = {}, given: object = {}) => ({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: challenge.Session,
    ChallengeResponses: { USERNAME: 'new', NEW_PASSWORD: NEW, ...responses },
    ...given,
  })
  return { testPool, user, challenge, answer }
}

const needsNames: TestPoolOptions = {
  pool: {
    Schema: [
      { Name: 'name', Required: true },
      { Name: 'address', Required: true },
    ],
  },
}

test('a new password signs in and confirms', async () => {
  const { testPool, user, challenge, answer } = await invited()
  expect(challenge).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: {
      USER_ID_FOR_SRP: 'new',
      requiredAttributes: '[]',
      userAttributes: '{"email":"new@example.com","email_verified":"true"}',
    },
  })
  tokensOf(await testPool.call('RespondToAuthChallenge', answer()))
  expect(user.status).toBe('CONFIRMED')
  tokensOf(await testPool.signInBySrp('new', NEW))
  expect(await testPool.refused('RespondToAuthChallenge', answer())).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})

test('requires every required attribute that is still missing', async () => {
  const { testPool, user, challenge, answer } = await invited(needsNames)
  expect(challenge.ChallengeParameters?.['requiredAttributes']).toBe(
    '["userAttributes.name","userAttributes.address"]',
  )
  expect(await testPool.refused('RespondToAuthChallenge', answer())).toEqual(
    invalid('Invalid attributes given, name and address is missing'),
  )
  const named = answer({ 'userAttributes.name': 'New', 'userAttributes.address': 'Here' })
  tokensOf(await testPool.call('RespondToAuthChallenge', named))
  expect(user.attributes).toMatchObject({ name: 'New', address: 'Here', email_verified: 'true' })
})

const apiErrors: [string, object, object, object][] = [
  [
    'a weak password',
    { NEW_PASSWORD: 'short' },
    {},
    {
      type: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password not long enough',
    },
  ],
  [
    'an attribute that is set already',
    { 'userAttributes.email': 'other@example.com' },
    {},
    notAuthorized('Cannot modify an already provided email'),
  ],
  [
    'a verified flag',
    { 'userAttributes.email_verified': 'true' },
    {},
    invalid('Cannot modify the non-mutable attribute email_verified'),
  ],
  ['another user', { USERNAME: 'jo' }, {}, notAuthorized('Invalid session for the user.')],
  ['no session', {}, { Session: undefined }, invalid('Missing required parameter Session')],
  [
    'an unknown session',
    {},
    { Session: 'x'.repeat(40) },
    notAuthorized('Invalid session for the user.'),
  ],
  [
    'another challenge',
    { SMS_MFA_CODE: '123456' },
    { ChallengeName: 'SMS_MFA' },
    notAuthorized('Invalid session for the user.'),
  ],
  ['no password', { NEW_PASSWORD: '' }, {}, invalid('Missing required parameter NEW_PASSWORD')],
]

test.each(apiErrors)('refuses %s, and keeps the session', async (_, responses, given, apiError) => {
  const { testPool, answer } = await invited()
  expect(await testPool.refused('RespondToAuthChallenge', answer(responses, given))).toEqual(
    apiError,
  )
  tokensOf(await testPool.call('RespondToAuthChallenge', answer()))
})

test('a session belongs to one client', async () => {
  const { testPool, answer } = await invited()
  const { id: ClientId } = testPool.makeClient()
  expect(await testPool.refused('RespondToAuthChallenge', answer({}, { ClientId }))).toEqual(
    notAuthorized('Invalid session for the user.'),
  )
})

test.each([
  [undefined, 3],
  [15, 15],
])('with AuthSessionValidity %s a session lasts %i minutes', async (validity, minutes) => {
  const client = validity === undefined ? {} : { AuthSessionValidity: validity }
  const { testPool, answer } = await invited({ client })
  vi.advanceTimersByTime(minutes * MINUTE)
  expect(await testPool.refused('RespondToAuthChallenge', answer())).toEqual(
    notAuthorized('Invalid session for the user, session is expired.'),
  )
})

test('of two simultaneous answers the second fails', async () => {
  const { testPool, answer } = await invited()
  const answers = await Promise.all([
    testPool.send('RespondToAuthChallenge', { ClientId: testPool.client.id, ...answer() }),
    testPool.send('RespondToAuthChallenge', { ClientId: testPool.client.id, ...answer() }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 400])
})

test('also with USER_PASSWORD_AUTH', async () => {
  const testPool: TestPool = await openTestPool({
    client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
  })
  await testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
  const AuthParameters = { USERNAME: 'new', PASSWORD }
  const answer = await testPool.call('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters,
  })
  expect(answer).toMatchObject({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeParameters: { userAttributes: '{}' },
  })
})
