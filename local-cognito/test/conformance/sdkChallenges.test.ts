import {
  CodeMismatchException,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openFullPool, otherThan, tokensIn } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// First factors and other challenges through AWS's own SDK.

test('chooses a first factor', async () => {
  await using sdkPool = await openFullPool()
  const { begin, answer } = sdkPool
  const asked = await begin('USER_AUTH')
  expect(asked.ChallengeName).toBe('SELECT_CHALLENGE')
  expect(asked.AvailableChallenges).toEqual(
    expect.arrayContaining(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP']),
  )
  await expect(answer(asked, { ANSWER: 'SMS_OTP' })).rejects.toThrow(InvalidParameterException)
  const wrong = { ANSWER: 'PASSWORD', PASSWORD: `${PASSWORD}!` }
  await expect(answer(asked, wrong)).rejects.toThrow(NotAuthorizedException)
  tokensIn(await answer(asked, { ANSWER: 'PASSWORD', PASSWORD }))
})

test('signs in with an emailed code instead of a password', async () => {
  await using sdkPool = await openFullPool()
  const { begin, answer, code } = sdkPool
  const asked = await begin('USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  expect(asked.ChallengeName).toBe('EMAIL_OTP')
  const right = { EMAIL_OTP_CODE: code() }
  await expect(answer(asked, { EMAIL_OTP_CODE: otherThan(code()) })).rejects.toThrow(
    CodeMismatchException,
  )
  tokensIn(await answer(asked, right))
  await expect(answer(asked, right)).rejects.toThrow(NotAuthorizedException)
})

test('replaces a temporary password', async () => {
  await using sdkPool = await openFullPool()
  const { sdk, UserPoolId, byPassword, answer } = sdkPool
  const Username = 'lee'
  const temporary = 'Only-For-Today-3'
  await sdk.adminCreateUser({
    UserPoolId,
    Username,
    TemporaryPassword: temporary,
    MessageAction: 'SUPPRESS',
  })
  const asked = await byPassword({ USERNAME: Username, PASSWORD: temporary })
  expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const weak = { USERNAME: Username, NEW_PASSWORD: 'weakness' }
  await expect(answer(asked, weak)).rejects.toThrow(InvalidPasswordException)
  tokensIn(await answer(asked, { USERNAME: Username, NEW_PASSWORD: PASSWORD }))
  await expect(byPassword({ USERNAME: Username, PASSWORD: temporary })).rejects.toThrow(
    NotAuthorizedException,
  )
  tokensIn(await byPassword({ USERNAME: Username }))
})

test('a custom challenge, answered right at the second attempt, and never', async () => {
  await using sdkPool = await openFullPool()
  const { begin, answer } = sdkPool
  const asked = await begin('CUSTOM_AUTH')
  expect(asked).toMatchObject({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { challenge: 'SECRET_QUESTION', USERNAME: 'kim' },
  })
  const again = await answer(asked, { ANSWER: 'barley' })
  expect(again.ChallengeName).toBe('CUSTOM_CHALLENGE')
  await expect(answer(asked, { ANSWER: 'sesame' })).rejects.toThrow(NotAuthorizedException)
  tokensIn(await answer(again, { ANSWER: 'sesame' }))

  const first = await begin('CUSTOM_AUTH')
  const second = await answer(first, { ANSWER: 'barley' })
  const third = await answer(second, { ANSWER: 'rye' })
  await expect(answer(third, { ANSWER: 'oats' })).rejects.toThrow(NotAuthorizedException)
})
