import { confirmSignIn, signIn, signOut } from 'aws-amplify/auth'
import { expect, test } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { NAME, otherThan } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// First factors and other challenges through Amplify.

const DONE = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const NOT_AUTHORIZED = { name: 'NotAuthorizedException' }
const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })
const byChoice = { username: NAME, options: { authFlowType: 'USER_AUTH' as const } }

test.each(['PASSWORD', 'PASSWORD_SRP'])('chooses a first factor: %s', async (factor) => {
  await using _ = await openAmplify()
  const choose = async () => {
    const { nextStep } = await signIn(byChoice)
    if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION')
      throw new Error(`Asked for something else: ${nextStep.signInStep}`)
    expect(nextStep.availableChallenges).toEqual(
      expect.arrayContaining(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP']),
    )
  }
  await choose()
  await expect(answer('SMS_OTP')).rejects.toMatchObject({ name: 'InvalidParameterException' })
  await choose()
  expect((await answer(factor)).nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_PASSWORD')
  await expect(answer(`${PASSWORD}!`)).rejects.toMatchObject(NOT_AUTHORIZED)
  await choose()
  await answer(factor)
  expect(await answer(PASSWORD)).toEqual(DONE)
})

test('signs in with an emailed code instead of a password', async () => {
  await using amplify = await openAmplify()
  await signIn(byChoice)
  expect((await answer('EMAIL_OTP')).nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  expect(await answer(amplify.code())).toEqual(DONE)
  await signOut()

  const preferredChallenge = 'EMAIL_OTP'
  const options = { ...byChoice.options, preferredChallenge } as const
  expect((await signIn({ ...byChoice, options })).nextStep).toEqual({
    signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
    codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'k***@e***' },
  })
  await expect(answer(otherThan(amplify.code()))).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  expect(await answer(amplify.code())).toEqual(DONE)
})

test('replaces a temporary password', async () => {
  await using amplify = await openAmplify()
  const username = 'lee'
  const password = 'Only-For-Today-3'
  await amplify.sdk.adminCreateUser({
    UserPoolId: amplify.UserPoolId,
    Username: username,
    TemporaryPassword: password,
    MessageAction: 'SUPPRESS',
  })
  await expect(signIn({ username, password: PASSWORD })).rejects.toMatchObject(NOT_AUTHORIZED)
  expect((await signIn({ username, password })).nextStep).toEqual({
    signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
    missingAttributes: [],
  })
  await expect(answer('weakness')).rejects.toMatchObject({ name: 'InvalidPasswordException' })
  expect(await answer(PASSWORD)).toEqual(DONE)
  await signOut()
  await expect(signIn({ username, password })).rejects.toMatchObject(NOT_AUTHORIZED)
})

test.each([
  ['alone', 'CUSTOM_WITHOUT_SRP', {}],
  ['after a password', 'CUSTOM_WITH_SRP', { password: PASSWORD }],
] as const)('a custom challenge %s', async (_name, authFlowType, given) => {
  await using _ = await openAmplify()
  const begin = () => signIn({ username: NAME, options: { authFlowType }, ...given })
  const CUSTOM = 'CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE'
  expect((await begin()).nextStep).toMatchObject({
    signInStep: CUSTOM,
    additionalInfo: { challenge: 'SECRET_QUESTION' },
  })
  expect((await answer('barley')).nextStep.signInStep).toBe(CUSTOM)
  expect(await answer('sesame')).toEqual(DONE)
  await signOut()

  await begin()
  await answer('barley')
  await answer('rye')
  await expect(answer('oats')).rejects.toMatchObject(NOT_AUTHORIZED)
})
