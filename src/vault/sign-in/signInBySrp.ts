import * as is from '#vault/protocol/validators.ts'
import { DeviceForgotten, initiateAuth, respondToAuthChallenge } from './deviceSignIn.ts'
import { handleAccountStatus } from './handleAccountStatus.ts'
import type { Outcome, SignInContext } from './pendingChallenge.ts'
import { readAuthResponse } from './readAuthResponse.ts'
import type { SignInDeps } from './signInDeps.ts'

const isPasswordVerifier = is.isShape({
  USER_ID_FOR_SRP: is.isString,
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

/** The parameters by which each AuthFlow starts with SRP. */
const srpParameters = {
  USER_SRP_AUTH: {},
  USER_AUTH: { PREFERRED_CHALLENGE: 'PASSWORD_SRP' },
  CUSTOM_AUTH: { CHALLENGE_NAME: 'SRP_A' },
}

type SrpAuthFlow = keyof typeof srpParameters

/**
 * Proves the password without sending it (InitiateAuth with A, then PASSWORD_VERIFIER). Runs once more, without
 * the device, where Cognito has forgotten the device of this browser.
 */
export function signInBySrp(
  deps: SignInDeps,
  authFlow: SrpAuthFlow,
  context: SignInContext,
  password: string,
): Promise<Outcome> {
  const run = () => runSrp(deps, authFlow, context, password)
  return handleAccountStatus(deps, { ...context, password }, () =>
    run().catch((error: unknown) => {
      if (error instanceof DeviceForgotten) return run()
      throw error
    }),
  )
}

async function runSrp(
  deps: SignInDeps,
  authFlow: SrpAuthFlow,
  context: SignInContext,
  password: string,
): Promise<Outcome> {
  const exchange = await deps.beginSrp()
  const initiated = await initiateAuth(deps, {
    AuthFlow: authFlow,
    AuthParameters: {
      USERNAME: context.username,
      SRP_A: exchange.srpA,
      ...srpParameters[authFlow],
      ...context.acrParameters,
    },
  })
  const parameters = initiated.ChallengeParameters
  if (initiated.ChallengeName !== 'PASSWORD_VERIFIER' || !isPasswordVerifier(parameters)) {
    return readAuthResponse(deps, initiated, context)
  }
  const { USER_ID_FOR_SRP: userIdForSrp, SALT, SRP_B, SECRET_BLOCK } = parameters
  const proof = await exchange.prove(
    { userIdForSrp, srpB: SRP_B, salt: SALT, secretBlock: SECRET_BLOCK },
    password,
  )
  const response = await respondToAuthChallenge(deps, {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME: userIdForSrp, ...proof },
    ...(initiated.Session ? { Session: initiated.Session } : {}),
  })
  return readAuthResponse(deps, response, { ...context, cognitoUsername: userIdForSrp })
}
