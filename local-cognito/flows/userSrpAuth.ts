import { fromBase64, hmacSha256, toHex, utf8 } from '#local-cognito/bytes.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Pool, Verifier } from '#local-cognito/records.ts'
import { seal } from '#local-cognito/srp/secretBlock.ts'
import { userToSignIn } from '#local-cognito/sign-in/signInName.ts'
import { newSecret, publicValue } from '#local-cognito/srp/exchange.ts'
import { toSalt } from '#local-cognito/srp/verifier.ts'
import { failed, validationError } from '#local-cognito/wire/constraints.ts'
import { allows, parameter, type Flow } from './flow.ts'

/** Twice the length of an honest A: longer ones would only cost time. */
const LONGEST_A = 1536

const HEX = /^[0-9a-fA-F]+$/

export const userSrpAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_USER_SRP_AUTH'))
      throw invalidParameter('USER_SRP_AUTH is not enabled for the client.')
  },

  async start({ cognito, pool, client, parameters }) {
    const name = parameter(parameters, 'USERNAME')
    const A = checkedA(parameter(parameters, 'SRP_A'))
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const user = userToSignIn(cognito, pool, client, name)
    // Somebody without a password gets a challenge too, which no proof can meet.
    const { salt, verifier } = user?.verifier ?? (await simulatedVerifier(pool, name))
    const username = user?.username ?? name
    const b = newSecret()
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: salt,
        SECRET_BLOCK: await seal(pool, { A, b, clientId: client.id, username }),
        SRP_B: await publicValue(verifier, b),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
    }
  },
}

function checkedA(A: string) {
  const rules = []
  if (A.length > LONGEST_A) rules.push(`Member must have length less than or equal to ${LONGEST_A}`)
  if (!HEX.test(A)) rules.push(`Member must satisfy regular expression pattern: ${HEX.source}`)
  if (rules.length > 0) throw validationError(rules.map((rule) => failed('sRPA', rule, A)))
  return A
}

/** A salt that is the same for a name each time, in every client of the pool, as a real one is. */
async function simulatedVerifier(pool: Pool, name: string): Promise<Verifier> {
  const derive = async (purpose: string) =>
    hmacSha256(fromBase64(pool.secret) ?? utf8(pool.secret), utf8(`${purpose}:${name}`))
  return {
    salt: toSalt(await derive('salt')),
    verifier: toHex(await derive('verifier')),
  }
}
