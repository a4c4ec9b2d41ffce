import { askFactor } from '#local-cognito/auth/factors/askSecondFactor.ts'
import { switchOn } from '#local-cognito/users/mfaPreference.ts'
import { parameter } from '#local-cognito/auth/parameters.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { afterProof } from './completeSignIn.ts'
import {
  courseOf,
  invalidSession,
  sessionFor,
  sessionUser,
} from '#local-cognito/auth/challengeSessions.ts'
import { changedAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import type { Challenge } from './challenge.ts'

/** The end of setting up a factor: an app that has shown a right code, or an e-mail address. */
export const mfaSetup: Challenge = {
  answers: ['USERNAME'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const course = courseOf(session, responses)
    if (responses['EMAIL'] !== undefined && session.offered?.includes('EMAIL_OTP')) {
      const Value = parameter(responses, 'EMAIL')
      const changes = changedAttributes(pool, [{ Name: 'email', Value }], 'administrator')
      // On a copy: an address becomes somebody's only once they have read what was sent there.
      const after = structuredClone(user)
      changeAttributes(cognito.store, pool, after, changes)
      session.used = true
      return askFactor(cognito, client, after, 'EMAIL_OTP', {
        newEmail: changes['email'] ?? Value,
        ...course,
      })
    }
    if (!session.setUp?.verified) throw invalidSession()
    session.used = true
    user.softwareToken = session.setUp.token
    switchOn(user, 'SOFTWARE_TOKEN_MFA', true)
    return afterProof(cognito, pool, client, user, course, 'otp')
  },
}
