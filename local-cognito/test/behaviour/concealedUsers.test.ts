import { describe, expect, test } from 'vitest'
import {
  type Answer,
  initiateAuth,
  openUserAuthPool,
  refusedResponse,
  respond,
  responseTo,
  srpAnswerBy,
  userAuth,
} from '#local-cognito/test/support/factorPool.ts'
import { PASSWORD } from '#local-cognito/test/support/testPool.ts'

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const PASSWORDS = ['PASSWORD_SRP', 'PASSWORD']

describe('USER_AUTH with concealed accounts', () => {
  const PreventUserExistenceErrors = 'ENABLED' as const
  const unknownUser = (preferred?: string, given = {}) =>
    userAuth(preferred, { USERNAME: 'no-user@example.com', ...given })
  const from = (asked: Answer, responses: Record<string, string>) =>
    responseTo(asked, responses, { USERNAME: 'no-user@example.com' })
  const hidden = () => openUserAuthPool({ client: { PreventUserExistenceErrors } })

  test('offers a choice, but no answer is right', async () => {
    const testPool = await hidden()
    const asked = await initiateAuth(testPool, unknownUser())
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: [...PASSWORDS, 'EMAIL_OTP'],
    })
    expect(await refusedResponse(testPool, responseTo(asked, { ANSWER: 'PASSWORD' }))).toEqual(
      notAuthorized('Invalid session for the user.'),
    )
    const password = from(asked, { ANSWER: 'PASSWORD', PASSWORD })
    expect(await refusedResponse(testPool, password)).toEqual(INCORRECT)
    const begin = (SRP_A: string) =>
      respond(testPool, from(asked, { ANSWER: 'PASSWORD_SRP', SRP_A }))
    const srpResponse = await srpAnswerBy(testPool, begin, { name: 'no-user@example.com' })
    expect(await refusedResponse(testPool, srpResponse)).toEqual(INCORRECT)
    expect(await testPool.refused('InitiateAuth', unknownUser('PASSWORD', { PASSWORD }))).toEqual(
      INCORRECT,
    )
  })

  test('pretends to send a code, by the medium that the name suggests', async () => {
    const testPool = await hidden()
    const asked = await initiateAuth(testPool, unknownUser('EMAIL_OTP'))
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'n***@e***' },
    })
    const guess = from(asked, { EMAIL_OTP_CODE: '12345678' })
    expect(await refusedResponse(testPool, guess)).toEqual({
      type: 'CodeMismatchException',
      message: 'Invalid code or auth state for the user.',
    })
    // Even the stored code is refused, since no user exists.
    const { code = '' } = testPool.store.sessions.get(asked.Session ?? '') ?? {}
    expect(await refusedResponse(testPool, from(asked, { EMAIL_OTP_CODE: code }))).toMatchObject({
      type: 'CodeMismatchException',
    })
    expect(
      await initiateAuth(testPool, userAuth('SMS_OTP', { USERNAME: '+15555550199' })),
    ).toMatchObject({
      ChallengeName: 'SMS_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: '+*******0199' },
    })
    expect(testPool.store.messages).toEqual([])
  })

  test('five wrong passwords lock an unknown name, too', async () => {
    const testPool = await hidden()
    const input = unknownUser('PASSWORD', { PASSWORD })
    for (let guess = 0; guess < 5; guess++)
      expect(await testPool.refused('InitiateAuth', input)).toEqual(INCORRECT)
    expect(await testPool.refused('InitiateAuth', input)).toEqual(
      notAuthorized('Password attempts exceeded'),
    )
  })
})
