import { sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { userToSignIn } from '#local-cognito/auth/resolvedUser.ts'
import { incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import {
  CLAIM_PARAMETERS,
  readPasswordClaim,
  verifyPasswordClaim,
} from '#local-cognito/srp/passwordClaim.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import type { Challenge, ChallengeCall } from './challenge.ts'
import { completeSignIn } from './completeSignIn.ts'
import { afterCustomPassword } from './customAuth.ts'

/** Verifies the SRP proof of the password. In USER_SRP_AUTH it comes without a session. */
export const passwordVerifier: Challenge = {
  answers: ['USERNAME', ...CLAIM_PARAMETERS],

  async answer(call) {
    const { cognito, pool, client, responses } = call
    const { USERNAME: name = '' } = responses
    const claim = readPasswordClaim(responses)
    const session = passwordSession(call)
    await checkSecretHash(client, [name], responses['SECRET_HASH'], 'auth')
    const user = userToSignIn(cognito, pool, client, name)
    const counted = user?.username ?? name
    checkLockout(cognito, pool, counted)
    const exchange =
      user &&
      (await verifyPasswordClaim(
        pool,
        claim,
        {
          clientId: client.id,
          username: user.username,
          boundTo: session?.id,
          identity: user,
          verifier: user.verifier?.verifier,
        },
        cognito.power,
      ))
    if (!exchange) {
      countFailure(cognito, pool, counted)
      throw incorrectUsernameOrPassword()
    }
    clearFailures(cognito, pool, counted)
    const deviceKey = responses['DEVICE_KEY'] ?? exchange.deviceKey
    if (session?.custom) return afterCustomPassword(call, session, user, deviceKey)
    const answer = await completeSignIn(cognito, pool, client, user, {
      deviceKey,
      stepUp: session?.stepUp,
    })
    if (session) session.used = true
    return answer
  },
}

/** Finds the session where PASSWORD_VERIFIER was one of several challenges. */
function passwordSession({ cognito, client, name, session: id }: ChallengeCall) {
  if (id === undefined || cognito.store.sessions.get(id)?.challenge !== name) return undefined
  return sessionFor(cognito, client, name, id)
}
