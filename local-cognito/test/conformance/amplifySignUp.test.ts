import { autoSignIn, confirmSignUp, getCurrentUser, signUp } from 'aws-amplify/auth'
import { expect, test } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { otherThan } from '#test/support/openFullPool.ts'

// Sign-up through Amplify, followed by its automatic sign-in.

test('signs up and in with one code by email', async () => {
  await using amplify = await openAmplify({ pool: { AutoVerifiedAttributes: ['email'] } })
  const username = 'lee'
  const { nextStep } = await signUp({
    username,
    options: {
      userAttributes: { email: 'lee@example.com' },
      autoSignIn: { authFlowType: 'USER_AUTH' },
    },
  })
  expect(nextStep).toMatchObject({
    signUpStep: 'CONFIRM_SIGN_UP',
    codeDeliveryDetails: { destination: 'l***@e***' },
  })
  const confirmationCode = amplify.code()
  await expect(
    confirmSignUp({ username, confirmationCode: otherThan(confirmationCode) }),
  ).rejects.toMatchObject({ name: 'CodeMismatchException' })
  const confirmed = await confirmSignUp({ username, confirmationCode })
  expect(confirmed.nextStep).toEqual({ signUpStep: 'COMPLETE_AUTO_SIGN_IN' })
  expect(await autoSignIn()).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
  expect((await getCurrentUser()).username).toBe(username)
  const sent = amplify.cognito.store.messages.filter(({ to }) => to === 'lee@example.com')
  expect(sent).toHaveLength(1)
})
