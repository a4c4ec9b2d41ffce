import { equalBytes, fromBase64, type Bytes } from '#local-cognito/bytes.ts'
import { incorrectUsernameOrPassword, invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { admit } from '#local-cognito/sign-in/admit.ts'
import { open } from '#local-cognito/srp/secretBlock.ts'
import { userToSignIn } from '#local-cognito/sign-in/signInName.ts'
import { proofOf, sharedKey } from '#local-cognito/srp/exchange.ts'
import { canonicalTimestamp } from '#local-cognito/srp/timestamp.ts'
import { checkLockout, countFailure, forgetFailures } from '#local-cognito/users/limits.ts'
import type { Challenge } from './challenge.ts'

interface Claim {
  signature: Bytes
  secretBlock: Bytes
  timestamp: string
}

/** The client's proof that it knows the password. It has no session: SECRET_BLOCK carries all. */
export const passwordVerifier: Challenge = {
  answers: ['USERNAME', 'TIMESTAMP', 'PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK'],

  async answer({ cognito, pool, client, responses }) {
    const {
      USERNAME: name = '',
      TIMESTAMP: time = '',
      PASSWORD_CLAIM_SIGNATURE: signed = '',
      PASSWORD_CLAIM_SECRET_BLOCK: block = '',
    } = responses
    const timestamp = canonicalTimestamp(time)
    const signature = fromBase64(signed)
    if (!signature)
      throw invalidParameter('Invalid PASSWORD_CLAIM_SIGNATURE format. Must be a Base64 string.')
    await checkSecretHash(client, [name], responses['SECRET_HASH'], 'auth')
    const user = userToSignIn(cognito, pool, client, name)
    const counted = user?.username ?? name
    checkLockout(cognito, pool, counted)
    const secretBlock = fromBase64(block)
    const proved =
      user &&
      secretBlock &&
      (await proves(pool, client, user, { signature, secretBlock, timestamp }))
    if (!proved) {
      countFailure(cognito, pool, counted)
      throw incorrectUsernameOrPassword()
    }
    forgetFailures(cognito, pool, counted)
    return admit(cognito, pool, client, user)
  },
}

async function proves(pool: Pool, client: Client, user: User, claim: Claim) {
  const state = await open(pool, claim.secretBlock)
  if (!state || !user.verifier) return false
  if (state.clientId !== client.id || state.username !== user.username) return false
  const key = await sharedKey({ ...state, verifier: user.verifier.verifier })
  if (!key) return false
  const right = await proofOf(key, user, claim.secretBlock, claim.timestamp)
  return equalBytes(right, claim.signature)
}
