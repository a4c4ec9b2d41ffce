import { progressOf, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { firstFactors } from '#local-cognito/auth/factors/firstFactors.ts'
import { resolveSessionUser } from '#local-cognito/auth/resolvedUser.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Challenge } from './challenge.ts'
import { startFirstFactor } from './startFirstFactor.ts'

/** Handles the choice of a first factor; the password may come along. */
export const selectChallenge: Challenge = {
  answers: ['USERNAME', 'ANSWER'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', ANSWER: chosen = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const resolvedUser = resolveSessionUser(cognito, pool, session, username)
    // The user may have lost a factor since the choice was offered.
    const factor = firstFactors(pool, resolvedUser.user).find((available) => available === chosen)
    if (!factor || !session.offered?.includes(factor))
      throw invalidParameter('Selected challenge is not available for the user.')
    const progress = progressOf(session, responses)
    const call = { cognito, pool, client, resolvedUser, parameters: responses, progress }
    const answer = await startFirstFactor(call, factor)
    // A wrong password throws above, and leaves the choice open.
    session.used = true
    return answer
  },
}
