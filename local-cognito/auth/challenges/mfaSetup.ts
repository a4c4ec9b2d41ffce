import {
  invalidSession,
  progressOf,
  sessionFor,
  sessionUser,
} from '#local-cognito/auth/challengeSessions.ts'
import { askMfaFactor } from '#local-cognito/auth/factors/askSecondFactor.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { changedAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import type { Challenge } from './challenge.ts'
import { afterFactor } from './completeSignIn.ts'

/**
 * Finishes MFA set-up: with an app that VerifySoftwareToken has added, or an email address that now
 * gets a code.
 */
export const mfaSetup: Challenge = {
  answers: ['USERNAME'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const progress = progressOf(session, responses)
    if (responses['EMAIL'] !== undefined && session.offered?.includes('EMAIL_OTP')) {
      const Value = requiredParameter(responses, 'EMAIL')
      const changes = changedAttributes(pool, [{ Name: 'email', Value }], 'administrator')
      // Changes a copy: the address becomes the user's only once they have entered the code sent to
      // it.
      const after = structuredClone(user)
      changeAttributes(cognito.store, pool, after, changes)
      session.used = true
      return askMfaFactor(cognito, client, after, 'EMAIL_OTP', {
        newEmail: changes['email'] ?? Value,
        ...progress,
      })
    }
    if (!session.setUp?.verified) throw invalidSession()
    session.used = true
    return afterFactor(cognito, pool, client, user, progress, 'otp')
  },
}
