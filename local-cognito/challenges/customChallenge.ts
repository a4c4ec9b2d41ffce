import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { sessionCandidate } from '#local-cognito/sign-in/candidate.ts'
import { courseOf, sessionFor } from '#local-cognito/sign-in/sessions.ts'
import { goOn, isRight } from '#local-cognito/triggers/customAuth.ts'
import type { Challenge } from './challenge.ts'

/** An answer to what the pool's own functions asked. Right or wrong, it spends the session. */
export const customChallenge: Challenge = {
  answers: ['USERNAME', 'ANSWER'],

  async answer({ cognito, pool, client, name, session: id, responses, metadata }) {
    const { USERNAME: username = '', ANSWER: answer = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const candidate = sessionCandidate(cognito, pool, session, username)
    const occasion = { cognito, pool, client, candidate, metadata }
    const { history = [], asked } = session.custom ?? {}
    session.used = true
    const answered = {
      challengeName: name,
      challengeResult: await isRight(occasion, asked?.privateParameters ?? {}, answer),
      challengeMetadata: asked?.metadata,
    }
    return goOn({
      ...occasion,
      history: [...history, answered],
      deviceKey: courseOf(session, responses).deviceKey,
    })
  },
}
