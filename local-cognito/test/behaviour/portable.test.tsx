import { expect, test } from 'vitest'
import { openTestPool, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

/** jsdom has its own `Uint8Array` and exceptions; the code has to run there as it does in Node. */
test('runs in jsdom as well: sign-up, a wrong and a right SRP proof, a refresh', async () => {
  const testPool = await openTestPool({ pool: { AutoVerifiedAttributes: ['email'] } })
  await testPool.call('SignUp', {
    Username: 'kim',
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: 'kim@example.com' }],
  })
  const ConfirmationCode = testPool.codeFor('kim@example.com')
  await testPool.call('ConfirmSignUp', { Username: 'kim', ConfirmationCode })

  const srpResponse = await testPool.srpResponse('kim')
  const spoilt = {
    ...srpResponse.ChallengeResponses,
    PASSWORD_CLAIM_SECRET_BLOCK: btoa('x'.repeat(99)),
  }
  expect(
    await testPool.refused('RespondToAuthChallenge', {
      ...srpResponse,
      ChallengeResponses: spoilt,
    }),
  ).toMatchObject({ message: 'Incorrect username or password.' })

  const { AccessToken, RefreshToken } = tokensOf(
    await testPool.call('RespondToAuthChallenge', srpResponse),
  )
  expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({ Username: 'kim' })
  expect(await testPool.call('GetTokensFromRefreshToken', { RefreshToken })).toHaveProperty(
    'AuthenticationResult',
  )
})
