import { fromBase64, hmacSha256, toHex, utf8 } from '#local-cognito/bytes.ts'
import type { Client, Pool, User, Verifier } from '#local-cognito/records.ts'
import { startSrp } from '#local-cognito/srp/startSrp.ts'
import { toSalt } from '#local-cognito/srp/verifier.ts'

interface SrpChallengeInput {
  /** Username as typed. */
  name: string
  /** Undefined where no user has the name. */
  user: User | undefined
  /** Client's public value, validated. */
  A: string
  deviceKey?: string | undefined
  /** Binds the proof to a session, where there is one. */
  session?: string
}

/** Makes the PASSWORD_VERIFIER challenge. */
export async function srpChallenge(pool: Pool, client: Client, asked: SrpChallengeInput) {
  const { name, user, A, deviceKey, session } = asked
  // A user without a password gets a challenge too, which no proof can meet.
  const verifier = user?.verifier ?? (await simulatedVerifier(pool, name))
  const username = user?.username ?? name
  const state = { A, clientId: client.id, username, deviceKey, boundTo: session }
  return {
    ChallengeName: 'PASSWORD_VERIFIER' as const,
    ...(session !== undefined && { Session: session }),
    ChallengeParameters: {
      ...(await startSrp(pool, verifier, state)),
      USERNAME: username,
      USER_ID_FOR_SRP: username,
    },
  }
}

/** Derives a salt that is stable per name and pool, as that of a real user is. */
async function simulatedVerifier(pool: Pool, name: string): Promise<Verifier> {
  const derive = async (purpose: string) =>
    hmacSha256(fromBase64(pool.secret) ?? utf8(pool.secret), utf8(`${purpose}:${name}`))
  return {
    salt: toSalt(await derive('salt')),
    verifier: toHex(await derive('verifier')),
  }
}
