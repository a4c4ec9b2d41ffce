import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import { PASSWORD, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  answer,
  custom,
  direction,
  INCORRECT,
  notAuthorized,
  open,
  type Bed,
} from '#local-cognito/test/support/customAuthPool.ts'

/** CUSTOM_AUTH that begins with the password, up to the proof of it. */
async function passwordFirst(bed: Bed, password = PASSWORD) {
  const srp = createSrpSession('jo', password, bed.pool.id, false)
  const started = await bed.call(
    'InitiateAuth',
    custom({ CHALLENGE_NAME: 'SRP_A', SRP_A: srp.largeA }),
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

test('a password may come first', async () => {
  const bed = await open(direction)
  const proof = await passwordFirst(bed)
  const asked = await bed.call('RespondToAuthChallenge', proof)
  expect(asked.ChallengeName).toBe('CUSTOM_CHALLENGE')
  tokensOf(await bed.call('RespondToAuthChallenge', answer(asked.Session, 'up')))
})

test('a password alone is not enough where more is asked', async () => {
  const bed = await open(direction, {
    ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'],
  })
  const proof = await passwordFirst(bed)
  const { Session: _, ...withoutSession } = proof
  expect(await bed.refused('RespondToAuthChallenge', withoutSession)).toEqual(INCORRECT)
  const other = await passwordFirst(bed)
  const swapped = { ...proof, Session: other.Session }
  expect(await bed.refused('RespondToAuthChallenge', swapped)).toEqual(INCORRECT)
  const ofSrp = { ...(await bed.proof('jo')), Session: other.Session }
  expect(await bed.refused('RespondToAuthChallenge', ofSrp)).toEqual(INCORRECT)
  const wrong = await passwordFirst(bed, 'wrong')
  expect(await bed.refused('RespondToAuthChallenge', wrong)).toEqual(INCORRECT)
  const asked = await bed.call('RespondToAuthChallenge', proof)
  expect(asked).not.toHaveProperty('AuthenticationResult')
  expect(await bed.refused('RespondToAuthChallenge', proof)).toEqual(
    notAuthorized('Invalid session for the user, session can only be used once.'),
  )
})
