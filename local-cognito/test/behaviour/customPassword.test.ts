import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import {
  customAnswer,
  customAuth,
  type CustomAuthPool,
  direction,
  INCORRECT,
  notAuthorized,
  openCustomAuthPool,
} from '#local-cognito/test/support/customAuthPool.ts'
import { PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'

/** Starts CUSTOM_AUTH with SRP, up to the answer to PASSWORD_VERIFIER. */
async function passwordFirst(testPool: CustomAuthPool, password = PASSWORD) {
  const srp = createSrpSession('jo', password, testPool.pool.id, false)
  const started = await testPool.call(
    'InitiateAuth',
    customAuth({ CHALLENGE_NAME: 'SRP_A', SRP_A: srp.largeA }),
  )
  expect(started.ChallengeName).toBe('PASSWORD_VERIFIER')
  const signed = signSrpSession(srp, {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: started.ChallengeParameters,
  })
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: started.Session,
    ChallengeResponses: {
      USERNAME: 'jo',
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
      PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
    },
  }
}

test('starts with a password', async () => {
  const testPool = await openCustomAuthPool(direction)
  const srpResponse = await passwordFirst(testPool)
  const asked = await testPool.call('RespondToAuthChallenge', srpResponse)
  expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE')
  tokensOf(await testPool.call('RespondToAuthChallenge', customAnswer(asked.Session, 'up')))
})

test('a password alone is not enough where the triggers ask for more', async () => {
  const testPool = await openCustomAuthPool(direction, {
    ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'],
  })
  const srpResponse = await passwordFirst(testPool)
  const { Session: _, ...withoutSession } = srpResponse
  expect(await testPool.refused('RespondToAuthChallenge', withoutSession)).toEqual(INCORRECT)
  const other = await passwordFirst(testPool)
  const swapped = { ...srpResponse, Session: other.Session }
  expect(await testPool.refused('RespondToAuthChallenge', swapped)).toEqual(INCORRECT)
  const ofSrp = { ...(await testPool.srpResponse('jo')), Session: other.Session }
  expect(await testPool.refused('RespondToAuthChallenge', ofSrp)).toEqual(INCORRECT)
  const wrong = await passwordFirst(testPool, 'wrong')
  expect(await testPool.refused('RespondToAuthChallenge', wrong)).toEqual(INCORRECT)
  const asked = await testPool.call('RespondToAuthChallenge', srpResponse)
  expect(asked).not.toHaveProperty('AuthenticationResult')
  expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})
