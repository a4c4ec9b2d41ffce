import { advance } from '#vault/ways/advance.ts'
import type { Outcome, Steps, Traveller } from '#vault/ways/attempt.ts'
import { DeviceGone, initiateAuth, respondToAuthChallenge } from '#vault/devices/deviceSignIn.ts'
import * as is from '#vault/guards.ts'

const isVerifier = is.isShape({
  USER_ID_FOR_SRP: is.isString,
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

/** What says, in each flow, that a password is proved by SRP. */
const extras = {
  USER_SRP_AUTH: {},
  USER_AUTH: { PREFERRED_CHALLENGE: 'PASSWORD_SRP' },
  CUSTOM_AUTH: { CHALLENGE_NAME: 'SRP_A' },
}

type Flow = keyof typeof extras

/**
 * Proves the password without sending it: InitiateAuth with A, then PASSWORD_VERIFIER. A device that
 * Cognito has forgotten costs nothing but another round.
 */
export async function proveBySrp(
  steps: Steps,
  flow: Flow,
  who: Traveller,
  password: string,
): Promise<Outcome> {
  try {
    return await prove(steps, flow, who, password)
  } catch (error) {
    if (error instanceof DeviceGone) return prove(steps, flow, who, password)
    throw error
  }
}

async function prove(steps: Steps, flow: Flow, who: Traveller, password: string): Promise<Outcome> {
  const exchange = await steps.beginSrp()
  const first = await initiateAuth(steps, {
    AuthFlow: flow,
    AuthParameters: {
      USERNAME: who.username,
      SRP_A: exchange.srpA,
      ...extras[flow],
      ...who.proof,
    },
  })
  const parameters = first.ChallengeParameters
  if (first.ChallengeName !== 'PASSWORD_VERIFIER' || !isVerifier(parameters)) {
    return advance(steps, first, who)
  }
  const { USER_ID_FOR_SRP: userIdForSrp, SALT, SRP_B, SECRET_BLOCK } = parameters
  const proof = await exchange.prove(
    { userIdForSrp, srpB: SRP_B, salt: SALT, secretBlock: SECRET_BLOCK },
    password,
  )
  const second = await respondToAuthChallenge(steps, {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME: userIdForSrp, ...proof },
    ...(first.Session ? { Session: first.Session } : {}),
  })
  return advance(steps, second, { ...who, cognitoUsername: userIdForSrp })
}
