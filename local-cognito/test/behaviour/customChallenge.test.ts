import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  customAnswer,
  customAuth,
  direction,
  INCORRECT,
  invalid,
  notAuthorized,
  openCustomAuthPool,
  question,
  verify,
} from '#local-cognito/test/support/customAuthPool.ts'
import { claimsOf, MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test('a right answer signs in; the client sees the public parameters only', async () => {
  const testPool = await openCustomAuthPool(direction)
  const { Session, ...rest } = await testPool.call('InitiateAuth', customAuth())
  expect(rest).toEqual({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { question: 'Up or down?', USERNAME: 'jo' },
  })
  const tokens = tokensOf(
    await testPool.call('RespondToAuthChallenge', customAnswer(Session, 'up')),
  )
  expect(claimsOf(tokens.IdToken)).toMatchObject({ email: 'jo@example.com' })
  expect(await testPool.refused('RespondToAuthChallenge', customAnswer(Session, 'up'))).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})

test('a wrong answer continues in a new session, and the third one fails', async () => {
  const testPool = await openCustomAuthPool(direction)
  const first = await testPool.call('InitiateAuth', customAuth())
  const second = await testPool.call('RespondToAuthChallenge', customAnswer(first.Session, 'down'))
  expect(second.ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect(second.Session).not.toBe(first.Session)
  expect(
    await testPool.refused('RespondToAuthChallenge', customAnswer(first.Session, 'up')),
  ).toEqual(notAuthorized('Invalid session for the user, session can only be used once.'))
  const third = await testPool.call('RespondToAuthChallenge', customAnswer(second.Session, 'down'))
  expect(
    await testPool.refused('RespondToAuthChallenge', customAnswer(third.Session, 'down')),
  ).toEqual(INCORRECT)
})

test('triggers get the same events as on AWS', async () => {
  const seen: unknown[] = []
  const testPool = await openCustomAuthPool({
    DefineAuthChallenge: (event) => {
      seen.push(structuredClone(event))
      return direction.DefineAuthChallenge(event)
    },
    CreateAuthChallenge: (event, context) => {
      seen.push(structuredClone(event))
      return question(event, context)
    },
    VerifyAuthChallengeResponse: (event, context) => {
      seen.push(structuredClone(event))
      return verify(event, context)
    },
  })
  const started = { ...customAuth(), ClientMetadata: { goes: 'nowhere' } }
  const { Session } = await testPool.call('InitiateAuth', started)
  const ClientMetadata = { colour: 'blue' }
  await testPool.call('RespondToAuthChallenge', { ...customAnswer(Session, 'up'), ClientMetadata })
  const common = {
    version: '1',
    region: 'us-east-1',
    userPoolId: testPool.pool.id,
    userName: 'jo',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: testPool.client.id },
    response: {},
  }
  const userAttributes = {
    sub: testPool.jo.sub,
    'cognito:user_status': 'CONFIRMED',
    email: 'jo@example.com',
    email_verified: 'true',
  }
  expect(seen).toEqual([
    {
      ...common,
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: { userAttributes, session: [] },
    },
    {
      ...common,
      triggerSource: 'CreateAuthChallenge_Authentication',
      request: { userAttributes, challengeName: 'CUSTOM_CHALLENGE', session: [] },
    },
    {
      ...common,
      triggerSource: 'VerifyAuthChallengeResponse_Authentication',
      request: {
        userAttributes,
        clientMetadata: ClientMetadata,
        privateChallengeParameters: { answer: 'up' },
        challengeAnswer: 'up',
      },
    },
    {
      ...common,
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: {
        userAttributes,
        clientMetadata: ClientMetadata,
        session: [
          {
            challengeName: 'CUSTOM_CHALLENGE',
            challengeResult: true,
            challengeMetadata: 'DIRECTION',
          },
        ],
      },
    },
  ])
})

test('a temporary password has to be changed, and a reset one to be set', async () => {
  const testPool = await openCustomAuthPool(direction)
  const rightAnswer = async () => {
    const { Session } = await testPool.call('InitiateAuth', customAuth())
    return customAnswer(Session, 'up')
  }
  testPool.jo.status = 'FORCE_CHANGE_PASSWORD'
  expect(await testPool.call('RespondToAuthChallenge', await rightAnswer())).toHaveProperty(
    'ChallengeName',
    'NEW_PASSWORD_REQUIRED',
  )
  testPool.jo.status = 'RESET_REQUIRED'
  expect(await testPool.refused('RespondToAuthChallenge', await rightAnswer())).toHaveProperty(
    'type',
    'PasswordResetRequiredException',
  )
})

const apiErrors: [string, object, object][] = [
  ['another user', { USERNAME: 'kim' }, notAuthorized('Invalid session for the user.')],
  ['no answer', { ANSWER: '' }, invalid('Missing required parameter ANSWER')],
]
test.each(apiErrors)('refuses %s, and keeps the session', async (_, responses, apiError) => {
  const testPool = await openCustomAuthPool(direction)
  await testPool.addTestUser('kim')
  const { Session } = await testPool.call('InitiateAuth', customAuth())
  const right = customAnswer(Session, 'up')
  const wrong = { ...right, ChallengeResponses: { ...right.ChallengeResponses, ...responses } }
  expect(await testPool.refused('RespondToAuthChallenge', wrong)).toEqual(apiError)
  tokensOf(await testPool.call('RespondToAuthChallenge', right))
})

test('refuses an expired session, none, and one of another client', async () => {
  const testPool = await openCustomAuthPool(direction)
  const { Session } = await testPool.call('InitiateAuth', customAuth())
  const other = { ...customAnswer(Session, 'up'), ClientId: testPool.makeClient().id }
  expect(await testPool.refused('RespondToAuthChallenge', other)).toEqual(
    notAuthorized('Invalid session for the user.'),
  )
  expect(await testPool.refused('RespondToAuthChallenge', customAnswer(undefined, 'up'))).toEqual(
    invalid('Missing required parameter Session'),
  )
  vi.advanceTimersByTime(3 * MINUTE)
  expect(await testPool.refused('RespondToAuthChallenge', customAnswer(Session, 'up'))).toEqual(
    notAuthorized('Invalid session for the user, session is expired.'),
  )
})

test('refuses without triggers, or where the client does not allow the flow', async () => {
  const none = await openCustomAuthPool('constructor')
  expect(await none.refused('InitiateAuth', customAuth())).toEqual(
    invalid('Custom auth lambda trigger is not configured for the user pool.'),
  )
  const off = await openCustomAuthPool(direction, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
  expect(await off.refused('InitiateAuth', customAuth())).toEqual(
    invalid('CUSTOM_AUTH is not enabled for the client.'),
  )
  const testPool = await openCustomAuthPool(direction)
  expect(await testPool.refused('InitiateAuth', customAuth({ USERNAME: '' }))).toEqual(
    invalid('Missing required parameter USERNAME'),
  )
  expect(await testPool.refused('InitiateAuth', customAuth({ CHALLENGE_NAME: 'SRP_A' }))).toEqual(
    invalid('Missing required parameter SRP_A'),
  )
})

test('reports triggers that throw or answer nothing usable', async () => {
  const broken = await openCustomAuthPool({
    ...direction,
    CreateAuthChallenge: () => Promise.reject(new Error('no questions left')),
  })
  expect(await broken.refused('InitiateAuth', customAuth())).toEqual({
    type: 'UserLambdaValidationException',
    message: 'CreateAuthChallenge failed with error no questions left.',
  })
  const silent = await openCustomAuthPool({
    ...direction,
    DefineAuthChallenge: (event) => event,
  })
  expect(await silent.refused('InitiateAuth', customAuth())).toHaveProperty(
    'type',
    'InvalidLambdaResponseException',
  )
})

test('an unknown user is revealed, or else challenged and never signed in', async () => {
  const testPool = await openCustomAuthPool(direction)
  const unknownUser = customAuth({ USERNAME: 'no-user' })
  expect(await testPool.refused('InitiateAuth', unknownUser)).toEqual({
    type: 'UserNotFoundException',
    message: 'User does not exist.',
  })
  const hiding = await openCustomAuthPool(direction, { PreventUserExistenceErrors: 'ENABLED' })
  const { Session, ChallengeName } = await hiding.call('InitiateAuth', unknownUser)
  expect(ChallengeName).toBe('CUSTOM_CHALLENGE')
  const right = customAnswer(Session, 'up', 'no-user')
  expect(await hiding.refused('RespondToAuthChallenge', right)).toEqual(INCORRECT)
})
