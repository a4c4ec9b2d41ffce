import {
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchAuthSession,
  fetchUserAttributes,
  sendUserAttributeVerificationCode,
  signIn,
  updatePassword,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { expect, test } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { NAME, otherThan } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// Account operations through Amplify.

const signInByPassword = (password = PASSWORD) => signIn({ username: NAME, password })

const careful = {
  pool: {
    AutoVerifiedAttributes: ['email' as const],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email' as const] },
  },
}

test('changes and deletes attributes', async () => {
  await using _ = await openAmplify()
  await signInByPassword()
  const told = await updateUserAttributes({ userAttributes: { name: 'Kim', locale: 'de' } })
  expect(told['name']).toEqual({ isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } })
  await deleteUserAttributes({ userAttributeKeys: ['locale'] })
  const attributes = await fetchUserAttributes()
  expect(attributes).toMatchObject({ name: 'Kim' })
  expect(attributes).not.toHaveProperty('locale')
})

test('changes an address, which takes effect with its code', async () => {
  await using amplify = await openAmplify(careful)
  await signInByPassword()
  const email = 'new@example.com'
  const told = await updateUserAttributes({ userAttributes: { email } })
  expect(told['email']?.nextStep.updateAttributeStep).toBe('CONFIRM_ATTRIBUTE_WITH_CODE')
  expect((await fetchUserAttributes()).email).not.toBe(email)
  await sendUserAttributeVerificationCode({ userAttributeKey: 'email' })
  const confirm = (confirmationCode: string) =>
    confirmUserAttribute({ userAttributeKey: 'email', confirmationCode })
  await expect(confirm(otherThan(amplify.code()))).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  await confirm(amplify.code())
  expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'true' })
  const { tokens } = await fetchAuthSession({ forceRefresh: true })
  expect(tokens?.idToken?.payload).toMatchObject({ email, email_verified: true })
})

test('changes the password', async () => {
  await using _ = await openAmplify()
  await signInByPassword()
  const newPassword = 'Brand-New-Word-7'
  await expect(updatePassword({ oldPassword: `${PASSWORD}!`, newPassword })).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
  await updatePassword({ oldPassword: PASSWORD, newPassword })
})

test('deletes the user', async () => {
  await using _ = await openAmplify()
  await signInByPassword()
  await deleteUser()
  // This pool is case-sensitive.
  await expect(signInByPassword()).rejects.toMatchObject({ name: 'UserNotFoundException' })
})
