import { askFirstFactor } from '#local-cognito/factors/askFirstFactor.ts'
import type { FirstFactor } from '#local-cognito/factors/firstFactors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { sessionCandidate } from '#local-cognito/sign-in/candidate.ts'
import { deviceKeyOf, sessionFor } from '#local-cognito/sign-in/sessions.ts'
import type { Challenge } from './challenge.ts'

/** A password that did not come along with the choice of it: itself, or the beginning of SRP. */
export const passwordFactor = (
  factor: Extract<FirstFactor, 'PASSWORD' | 'PASSWORD_SRP'>,
  key: 'PASSWORD' | 'SRP_A',
): Challenge => ({
  answers: ['USERNAME', key],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const candidate = sessionCandidate(cognito, pool, session, username)
    const deviceKey = deviceKeyOf(session, responses)
    const choice = { cognito, pool, client, candidate, given: responses, deviceKey }
    const answer = await askFirstFactor(choice, factor)
    session.used = true
    return answer
  },
})
