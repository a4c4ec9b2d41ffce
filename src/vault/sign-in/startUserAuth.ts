import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { readAuthResponse } from './readAuthResponse.ts'
import {
  signInContextOf,
  type PendingChallengeOf,
  type Outcome,
  type FlowDeps,
  type SignInContext,
} from './pendingChallenge.ts'
import { initiateAuth } from './deviceSignIn.ts'
import type { FirstFactor, Method } from '#vault/protocol/challenges.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { setUpChosenFactor } from './mfaSetup.ts'
import { signInBySrp } from './signInBySrp.ts'

type UserAuthContext = Pick<SignInContext, 'username' | 'rememberMe' | 'acrParameters'>

/**
 * USER_AUTH: begins with a name. Cognito asks for `preferred` at once where the person has it, else it
 * says what there is. Whoever has no account meets the same (where the pool prevents existence errors).
 */
export async function startUserAuth(
  flow: FlowDeps,
  context: UserAuthContext,
  preferred?: FirstFactor,
): Promise<Outcome> {
  if (preferred === 'CUSTOM_AUTH') return startCustomAuth(flow, context)
  if (preferred === 'PASSWORD') return askPassword(flow, context, true)
  const response = await initiateAuth(flow, {
    AuthFlow: 'USER_AUTH',
    AuthParameters: {
      USERNAME: context.username,
      ...(preferred && { PREFERRED_CHALLENGE: preferred }),
      ...context.acrParameters,
    },
  })
  const offered = offeredFactors(response.AvailableChallenges ?? [])
  // A choice of one thing is none.
  if (response.ChallengeName === 'SELECT_CHALLENGE' && offered.length === 1 && offered[0]) {
    if (offered[0] === 'PASSWORD') return askPassword(flow, context, false)
    if (preferred === undefined) return startUserAuth(flow, context, offered[0])
  }
  return readAuthResponse(flow, response, contextFor(flow, context, preferred, offered.length > 1))
}

/** CUSTOM_AUTH without a password: the pool's own functions pose what they like. */
async function startCustomAuth(flow: FlowDeps, context: UserAuthContext): Promise<Outcome> {
  const response = await initiateAuth(flow, {
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: context.username },
  })
  return readAuthResponse(flow, response, {
    ...context,
    restart: () => startCustomAuth(flow, context),
  })
}

type OfferedFactor = Exclude<FirstFactor, 'CUSTOM_AUTH'>

const firstFactors: Partial<Record<ChallengeNameType | Method, OfferedFactor>> = {
  PASSWORD: 'PASSWORD',
  PASSWORD_SRP: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
}

const offeredFactors = (available: readonly ChallengeNameType[]): OfferedFactor[] => [
  ...new Set(available.flatMap((name) => firstFactors[name] ?? [])),
]

function contextFor(
  flow: FlowDeps,
  context: UserAuthContext,
  preferred: OfferedFactor | undefined,
  hasOthers: boolean,
): SignInContext {
  return {
    ...context,
    restart: () => startUserAuth(flow, context, preferred),
    ...(hasOthers && { tryAnotherMethod: () => startUserAuth(flow, context) }),
  }
}

/** Nothing is asked of Cognito yet: the proof begins when the password is there. */
function askPassword(flow: FlowDeps, context: UserAuthContext, hasAlternatives: boolean): Outcome {
  const { username, rememberMe, acrParameters } = context
  return {
    kind: 'challenge',
    pending: {
      challenge: { kind: 'password', username, hasAlternatives },
      rememberMe,
      ...(acrParameters && { acrParameters }),
      ...(hasAlternatives && { tryAnotherMethod: () => startUserAuth(flow, context) }),
    },
  }
}

/** The password of somebody who began with the name: PASSWORD_SRP, in one go. */
export function answerPassword(
  flow: FlowDeps,
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
    restart: () => signInBySrp(flow, 'USER_AUTH', context, password),
    ...(tryAnotherMethod && { tryAnotherMethod }),
    ...(acrParameters && { acrParameters }),
  }
  return signInBySrp(flow, 'USER_AUTH', context, password)
}

/** SELECT_CHALLENGE, SELECT_MFA_TYPE or MFA_SETUP: what was chosen is asked for. */
export async function chooseMethod(
  flow: FlowDeps,
  pending: PendingChallengeOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  if (pending.challenge.setUp) return setUpChosenFactor(flow, pending, method)
  const { restart, ...context } = signInContextOf(pending)
  if (method === 'PASSWORD') return askPassword(flow, context, true)
  if (pending.cognitoChallenge?.challengeName === 'SELECT_CHALLENGE') {
    const tryAnotherMethod = () => startUserAuth(flow, context)
    const chosen = {
      ...pending,
      tryAnotherMethod,
      restart: () => startUserAuth(flow, context, firstFactors[method]),
    }
    return respondToChallenge(flow, chosen, { ANSWER: method })
  }
  // A second factor: what else there is, only a new sign-in tells.
  const chosen = restart
    ? {
        ...pending,
        tryAnotherMethod: restart,
        restart: () => restartAndChoose(flow, restart, method),
      }
    : pending
  return respondToChallenge(flow, chosen, { ANSWER: method })
}

async function restartAndChoose(flow: FlowDeps, restart: () => Promise<Outcome>, method: Method) {
  const outcome = await restart()
  if (outcome.kind !== 'challenge') return outcome
  const { challenge } = outcome.pending
  return challenge.kind === 'chooseMethod' && challenge.methods.includes(method)
    ? chooseMethod(flow, { ...outcome.pending, challenge }, method)
    : outcome
}
