import { progressOf, sessionFor, sessionUser } from '#local-cognito/auth/challengeSessions.ts'
import { askMfaFactor } from '#local-cognito/auth/factors/askSecondFactor.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { activeFactors } from '#local-cognito/users/mfaFactors.ts'
import type { Challenge } from './challenge.ts'

/** Handles the choice between several second factors. */
export const selectMfaType: Challenge = {
  answers: ['USERNAME', 'ANSWER'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', ANSWER: answer = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const chosen = activeFactors(pool, user).find((factor) => factor === answer)
    if (!chosen || !session.offered?.includes(chosen))
      throw new CognitoError('MFAMethodNotFoundException', 'No MFA method found.')
    session.used = true
    return askMfaFactor(cognito, client, user, chosen, progressOf(session, responses))
  },
}
