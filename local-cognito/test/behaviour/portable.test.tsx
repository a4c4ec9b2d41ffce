import { expect, test } from 'vitest'
import { openCognito, PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

/** A page has its own ideas of bytes and exceptions; what runs in Node has to run in it, too. */
test('the same Cognito runs in a page: sign-up, a wrong proof, a right one, a refresh', async () => {
  const bed = await openCognito({ pool: { AutoVerifiedAttributes: ['email'] } })
  await bed.call('SignUp', {
    Username: 'kim',
    Password: PASSWORD,
    UserAttributes: [{ Name: 'email', Value: 'kim@example.com' }],
  })
  const ConfirmationCode = bed.codeFor('kim@example.com')
  await bed.call('ConfirmSignUp', { Username: 'kim', ConfirmationCode })

  const proof = await bed.proof('kim')
  const spoilt = { ...proof.ChallengeResponses, PASSWORD_CLAIM_SECRET_BLOCK: btoa('x'.repeat(99)) }
  expect(
    await bed.refused('RespondToAuthChallenge', { ...proof, ChallengeResponses: spoilt }),
  ).toMatchObject({ message: 'Incorrect username or password.' })

  const { AccessToken, RefreshToken } = tokensOf(await bed.call('RespondToAuthChallenge', proof))
  expect(await bed.call('GetUser', { AccessToken })).toMatchObject({ Username: 'kim' })
  expect(await bed.call('GetTokensFromRefreshToken', { RefreshToken })).toHaveProperty(
    'AuthenticationResult',
  )
})
