import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { progressOf, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { firstFactors } from '#local-cognito/auth/factors/firstFactors.ts'
import {
  clientData,
  isOriginOf,
  isVerificationRequired,
  membersOf,
  relyingParty,
} from '#local-cognito/auth/factors/passkeys.ts'
import { resolveSessionUser } from '#local-cognito/auth/resolvedUser.ts'
import { fromBase64Url } from '#local-cognito/bytes.ts'
import { incorrectUsernameOrPassword, invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Passkey, Pool, User } from '#local-cognito/records.ts'
import type { Challenge } from './challenge.ts'
import { afterFactor } from './completeSignIn.ts'

/**
 * Verifies the assertion of a passkey. A refusal ends the session: the next attempt needs a fresh
 * challenge.
 */
export const webAuthn: Challenge = {
  answers: ['USERNAME', 'CREDENTIAL'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', CREDENTIAL: text = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const { user, exists } = resolveSessionUser(cognito, pool, session, username)
    const credential = readCredential(text)
    session.used = true
    const passkey = user.passkeys?.find((one) => one.id === credential.id)
    // Checked again: since the challenge, the pool or an administrator may have made a password
    // mandatory.
    const mayBegin = exists && firstFactors(pool, user).includes('WEB_AUTHN')
    const counter =
      mayBegin && passkey && session.toSign !== undefined
        ? await verifyAssertion(pool, user, passkey, credential, session.toSign)
        : undefined
    if (!passkey || counter === undefined) throw incorrectUsernameOrPassword()
    passkey.counter = counter
    return afterFactor(cognito, pool, client, user, progressOf(session), methodOf(passkey))
  },
}

const methodOf = ({ attachment }: Passkey) => (attachment === 'cross-platform' ? 'hwk' : 'swk')

/** @returns the new signature counter, or undefined when the assertion is not valid */
async function verifyAssertion(
  pool: Pool,
  user: User,
  passkey: Passkey,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
): Promise<number | undefined> {
  const rpId = relyingParty(pool)
  const origin = clientData(response.response)?.origin ?? ''
  const publicKey = fromBase64Url(passkey.publicKey)
  if (!isOriginOf(rpId, origin) || !publicKey) return undefined
  // Loaded here, since it takes longer to load than everything else that the server starts with.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: { id: passkey.id, publicKey, counter: passkey.counter },
      requireUserVerification: isVerificationRequired(pool, user),
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch (error) {
    // The library reports an invalid assertion by throwing, with nothing but the message to tell
    // the cause.
    if (error instanceof Error) return undefined
    throw error
  }
}

/** @throws CognitoError when the text is not the JSON of a credential */
function readCredential(text: string): AuthenticationResponseJSON {
  try {
    const credential: unknown = JSON.parse(text)
    if (isCredential(credential)) return credential
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw invalidParameter('Credential data is not valid')
}

function isCredential(value: unknown): value is AuthenticationResponseJSON {
  const { id, response } = membersOf(value)
  const given = membersOf(response)
  return [id, given['clientDataJSON'], given['authenticatorData'], given['signature']].every(
    (each) => typeof each === 'string',
  )
}
