import { readAuthResponse } from './readAuthResponse.ts'
import type { Outcome, FlowDeps, SignInContext } from './pendingChallenge.ts'
import { DeviceForgotten, initiateAuth, respondToAuthChallenge } from './deviceSignIn.ts'
import * as is from '#vault/protocol/validators.ts'

const isVerifier = is.isShape({
  USER_ID_FOR_SRP: is.isString,
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

/** What says, in each flow, that a password is proved by SRP. */
const flowParameters = {
  USER_SRP_AUTH: {},
  USER_AUTH: { PREFERRED_CHALLENGE: 'PASSWORD_SRP' },
  CUSTOM_AUTH: { CHALLENGE_NAME: 'SRP_A' },
}

type AuthFlow = keyof typeof flowParameters

/**
 * Proves the password without sending it: InitiateAuth with A, then PASSWORD_VERIFIER. A device that
 * Cognito has forgotten costs nothing but another round.
 */
export async function signInBySrp(
  flow: FlowDeps,
  authFlow: AuthFlow,
  context: SignInContext,
  password: string,
): Promise<Outcome> {
  try {
    return await runSrp(flow, authFlow, context, password)
  } catch (error) {
    if (error instanceof DeviceForgotten) return runSrp(flow, authFlow, context, password)
    throw error
  }
}

async function runSrp(
  flow: FlowDeps,
  authFlow: AuthFlow,
  context: SignInContext,
  password: string,
): Promise<Outcome> {
  const exchange = await flow.beginSrp()
  const first = await initiateAuth(flow, {
    AuthFlow: authFlow,
    AuthParameters: {
      USERNAME: context.username,
      SRP_A: exchange.srpA,
      ...flowParameters[authFlow],
      ...context.acrParameters,
    },
  })
  const parameters = first.ChallengeParameters
  if (first.ChallengeName !== 'PASSWORD_VERIFIER' || !isVerifier(parameters)) {
    return readAuthResponse(flow, first, context)
  }
  const { USER_ID_FOR_SRP: userIdForSrp, SALT, SRP_B, SECRET_BLOCK } = parameters
  const proof = await exchange.prove(
    { userIdForSrp, srpB: SRP_B, salt: SALT, secretBlock: SECRET_BLOCK },
    password,
  )
  const second = await respondToAuthChallenge(flow, {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME: userIdForSrp, ...proof },
    ...(first.Session ? { Session: first.Session } : {}),
  })
  return readAuthResponse(flow, second, { ...context, cognitoUsername: userIdForSrp })
}
