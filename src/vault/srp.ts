import { advance } from './advance.ts'
import type { Outcome, Steps, Traveller } from './attempt.ts'
import * as is from './guards.ts'

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

/** Proves the password without sending it: InitiateAuth with A, then PASSWORD_VERIFIER. */
export async function proveBySrp(
  steps: Steps,
  flow: keyof typeof extras,
  who: Traveller,
  password: string,
): Promise<Outcome> {
  const exchange = await steps.beginSrp()
  const first = await steps.call('InitiateAuth', {
    AuthFlow: flow,
    ClientId: steps.clientId,
    AuthParameters: {
      USERNAME: who.username,
      SRP_A: exchange.srpA,
      ...extras[flow],
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
  const second = await steps.call('RespondToAuthChallenge', {
    ChallengeName: 'PASSWORD_VERIFIER',
    ClientId: steps.clientId,
    ChallengeResponses: { USERNAME: userIdForSrp, ...proof },
    ...(first.Session ? { Session: first.Session } : {}),
  })
  return advance(steps, second, { ...who, cognitoUsername: userIdForSrp })
}
