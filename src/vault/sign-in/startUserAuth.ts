import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Answers, FirstFactor, Method } from '#vault/protocol/challenges.ts'
import { initiateAuth } from './deviceSignIn.ts'
import { handleAccountStatus } from './handleAccountStatus.ts'
import { isAboutMethod, isPasswordRequired, mayAcceptPassword } from './methodRefusal.ts'
import { setUpChosenFactor } from './mfaSetup.ts'
import { restartAndChoose, signInContextOf } from './pendingChallenge.ts'
import type {
  Outcome,
  PendingChallenge,
  PendingChallengeOf,
  SignInContext,
} from './pendingChallenge.ts'
import { readAuthResponse } from './readAuthResponse.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { signInBySrp } from './signInBySrp.ts'
import type { SignInDeps } from './signInDeps.ts'

type UserAuthContext = Pick<SignInContext, 'username' | 'rememberMe' | 'acrParameters'>

/**
 * Starts USER_AUTH with a username. Cognito asks for `preferred` at once if the user has it, and else offers a
 * choice; for a user that does not exist it answers the same (with PreventUserExistenceErrors). Where Cognito
 * refuses the preferred method, starts without a preference; where it refuses that too, asks for the password.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html#authentication-flows-selection-choice
 */
export function startUserAuth(
  deps: SignInDeps,
  context: UserAuthContext,
  preferred?: FirstFactor,
): Promise<Outcome> {
  return handleAccountStatus(deps, context, async () => {
    try {
      return await initiateUserAuth(deps, context, preferred)
    } catch (error) {
      if (preferred === undefined && isPasswordRequired(error)) {
        return askForPassword(deps, context, false)
      }
      if (preferred === undefined || preferred === 'CUSTOM_AUTH' || !isAboutMethod(error)) {
        throw error
      }
    }
    try {
      return await initiateUserAuth(deps, context)
    } catch (error) {
      if (isAboutMethod(error) && mayAcceptPassword(error)) {
        return askForPassword(deps, context, false)
      }
      throw error
    }
  })
}

/** Starts USER_AUTH once, with no way around a refusal: for passkey autofill, which must not send a code. */
export async function initiateUserAuth(
  deps: SignInDeps,
  context: UserAuthContext,
  preferred?: FirstFactor,
): Promise<Outcome> {
  if (preferred === 'CUSTOM_AUTH') return startCustomAuth(deps, context)
  if (preferred === 'PASSWORD') return askForPassword(deps, context, true)
  const response = await initiateAuth(deps, {
    AuthFlow: 'USER_AUTH',
    AuthParameters: {
      USERNAME: context.username,
      ...(preferred && { PREFERRED_CHALLENGE: preferred }),
      ...context.acrParameters,
    },
  })
  // Cognito offers no choice where there is one factor only, and a password may be that one.
  if (response.ChallengeName === 'PASSWORD' || response.ChallengeName === 'PASSWORD_SRP')
    return askForPassword(deps, context, false)
  const factors = supportedFactors(response.AvailableChallenges ?? [])
  // Skips a choice of one.
  if (response.ChallengeName === 'SELECT_CHALLENGE' && factors.length === 1 && factors[0]) {
    if (factors[0] === 'PASSWORD') return askForPassword(deps, context, false)
    if (preferred === undefined) return initiateUserAuth(deps, context, factors[0])
  }
  return readAuthResponse(deps, response, {
    ...context,
    restart: () => startUserAuth(deps, context, preferred),
    ...(factors.length > 1 && { tryAnotherMethod: () => startUserAuth(deps, context) }),
  })
}

/** Starts CUSTOM_AUTH without a password: the triggers of the pool choose the challenges. */
async function startCustomAuth(deps: SignInDeps, context: UserAuthContext): Promise<Outcome> {
  const response = await initiateAuth(deps, {
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: context.username },
  })
  return readAuthResponse(deps, response, {
    ...context,
    restart: () => startUserAuth(deps, context, 'CUSTOM_AUTH'),
  })
}

type SupportedFactor = Exclude<FirstFactor, 'CUSTOM_AUTH'>

const firstFactors: Partial<Record<ChallengeNameType | Method, SupportedFactor>> = {
  PASSWORD: 'PASSWORD',
  PASSWORD_SRP: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
}

const supportedFactors = (available: readonly ChallengeNameType[]): SupportedFactor[] => [
  ...new Set(available.flatMap((name) => firstFactors[name] ?? [])),
]

/** Asks the page for the password. Cognito is called only with it, because SRP starts with InitiateAuth. */
function askForPassword(
  deps: SignInDeps,
  context: UserAuthContext,
  hasAlternatives: boolean,
): Outcome {
  const { username, rememberMe, acrParameters } = context
  return {
    kind: 'challenge',
    pending: {
      challenge: { kind: 'password', username, hasAlternatives },
      rememberMe,
      ...(acrParameters && { acrParameters }),
      ...(hasAlternatives && { tryAnotherMethod: () => startUserAuth(deps, context) }),
    },
  }
}

/** Answers `password`: runs USER_AUTH with PASSWORD_SRP. */
export function answerPassword(
  deps: SignInDeps,
  {
    challenge: { username },
    rememberMe,
    tryAnotherMethod,
    acrParameters,
  }: PendingChallengeOf<'password'>,
  password: string,
): Promise<Outcome> {
  const context: SignInContext = {
    username,
    rememberMe,
    restart: () => signInBySrp(deps, 'USER_AUTH', context, password),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
  return signInBySrp(deps, 'USER_AUTH', context, password)
}

/** Answers `passkey`. */
export const answerPasskey = (
  deps: SignInDeps,
  pending: PendingChallengeOf<'passkey'>,
  { credential }: Answers['passkey'],
): Promise<Outcome> =>
  orAskForPassword(deps, pending, () =>
    respondToChallenge(deps, pending, { CREDENTIAL: credential }),
  )

/** Asks for the password where Cognito refuses every other method of this user. */
async function orAskForPassword(
  deps: SignInDeps,
  pending: PendingChallenge,
  respond: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await respond()
  } catch (error) {
    if (!isPasswordRequired(error)) throw error
    return askForPassword(deps, signInContextOf(pending), true)
  }
}

/** Answers SELECT_CHALLENGE, SELECT_MFA_TYPE or MFA_SETUP with the chosen method. */
export async function chooseMethod(
  deps: SignInDeps,
  pending: PendingChallengeOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  if (pending.challenge.setUp) return setUpChosenFactor(deps, pending, method)
  const { restart, ...context } = signInContextOf(pending)
  if (method === 'PASSWORD') return askForPassword(deps, context, true)
  if (pending.cognitoChallenge?.challengeName === 'SELECT_CHALLENGE') {
    const chosen = {
      ...pending,
      tryAnotherMethod: () => startUserAuth(deps, context),
      restart: () => startUserAuth(deps, context, firstFactors[method]),
    }
    return orAskForPassword(deps, pending, () =>
      respondToChallenge(deps, chosen, { ANSWER: method }),
    )
  }
  // SELECT_MFA_TYPE is asked once in a sign-in, so that another choice needs a new one.
  const chosen = restart
    ? {
        ...pending,
        tryAnotherMethod: restart,
        restart: () =>
          restartAndChoose(restart, method, (next) => chooseMethod(deps, next, method)),
      }
    : pending
  return respondToChallenge(deps, chosen, { ANSWER: method })
}
