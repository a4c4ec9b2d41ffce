import { describe, expect, test } from 'vitest'
import { PASSWORD } from '#local-cognito/test/support/testPool.ts'
import {
  answer,
  answerTo,
  by,
  openChoice,
  srpAnswerBy,
  refused,
  start,
  type Answer,
} from '#local-cognito/test/support/factorPool.ts'

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const PASSWORDS = ['PASSWORD_SRP', 'PASSWORD']

describe('USER_AUTH with concealed accounts', () => {
  const PreventUserExistenceErrors = 'ENABLED' as const
  const unknownUser = (preferred?: string, given = {}) =>
    by(preferred, { USERNAME: 'nobody@example.com', ...given })
  const from = (asked: Answer, responses: Record<string, string>) =>
    answerTo(asked, responses, { USERNAME: 'nobody@example.com' })
  const hidden = () => openChoice({ client: { PreventUserExistenceErrors } })

  test('offers a choice, but no answer is right', async () => {
    const testPool = await hidden()
    const asked = await start(testPool, unknownUser())
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: [...PASSWORDS, 'EMAIL_OTP'],
    })
    expect(await refused(testPool, answerTo(asked, { ANSWER: 'PASSWORD' }))).toEqual(
      notAuthorized('Invalid session for the user.'),
    )
    const password = from(asked, { ANSWER: 'PASSWORD', PASSWORD })
    expect(await refused(testPool, password)).toEqual(INCORRECT)
    const begin = (SRP_A: string) =>
      answer(testPool, from(asked, { ANSWER: 'PASSWORD_SRP', SRP_A }))
    const srpResponse = await srpAnswerBy(testPool, begin, { name: 'nobody@example.com' })
    expect(await refused(testPool, srpResponse)).toEqual(INCORRECT)
    expect(await testPool.refused('InitiateAuth', unknownUser('PASSWORD', { PASSWORD }))).toEqual(
      INCORRECT,
    )
  })

  test('pretends to send a code, by the medium that the name suggests', async () => {
    const testPool = await hidden()
    const asked = await start(testPool, unknownUser('EMAIL_OTP'))
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'n***@e***' },
    })
    const guess = from(asked, { EMAIL_OTP_CODE: '12345678' })
    expect(await refused(testPool, guess)).toEqual({
      type: 'CodeMismatchException',
      message: 'Invalid code or auth state for the user.',
    })
    // Even the stored code is refused, since no user exists.
    const { code = '' } = testPool.store.sessions.get(asked.Session ?? '') ?? {}
    expect(await refused(testPool, from(asked, { EMAIL_OTP_CODE: code }))).toMatchObject({
      type: 'CodeMismatchException',
    })
    expect(await start(testPool, by('SMS_OTP', { USERNAME: '+15555550199' }))).toMatchObject({
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
