import { progressOf, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import type { FirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import { resolveSessionUser } from '#local-cognito/auth/resolvedUser.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Challenge } from './challenge.ts'
import { startFirstFactor } from './startFirstFactor.ts'

/**
 * Handles a password that did not come with the choice of the factor: the password itself, or
 * SRP_A.
 */
export const passwordFactor = (
  factor: Extract<FirstFactor, 'PASSWORD' | 'PASSWORD_SRP'>,
  key: 'PASSWORD' | 'SRP_A',
): Challenge => ({
  answers: ['USERNAME', key],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const resolvedUser = resolveSessionUser(cognito, pool, session, username)
    const progress = progressOf(session, responses)
    const call = { cognito, pool, client, resolvedUser, parameters: responses, progress }
    const answer = await startFirstFactor(call, factor)
    session.used = true
    return answer
  },
})
