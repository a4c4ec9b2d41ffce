import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ChallengeSnapshot, Method } from '#vault/protocol/challenges.ts'
import { cognitoChallengeOf, restartAndChoose, signInContextOf } from './pendingChallenge.ts'
import type { Outcome, PendingChallengeOf, SignInContext } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'

/** MFA_SETUP: the pool requires a second factor, and the user has none yet. */
interface MfaSetup {
  /** MFAS_CAN_SETUP. */
  factors: string[]
  session: string | undefined
}

const isSupported = (factor: string): factor is 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' =>
  factor === 'SOFTWARE_TOKEN_MFA' || factor === 'EMAIL_OTP'

/** Starts to set up the only supported factor, or lets the user choose among several. */
export async function startMfaSetup(
  deps: SignInDeps,
  { factors, session }: MfaSetup,
  context: SignInContext,
): Promise<Outcome> {
  const methods = factors.filter(isSupported)
  const [only, ...others] = methods
  if (only && others.length === 0) return setUpFactor(deps, only, session, context)
  const { username } = context
  const challenge: ChallengeSnapshot = only
    ? { kind: 'chooseMethod', username, methods, setUp: true }
    : { kind: 'unsupported', username, challengeName: `MFA_SETUP (${factors.join(', ')})` }
  return mfaSetupChallenge(challenge, session, context)
}

/**
 * Starts to set up the factor that the user chose. Another choice restarts the sign-in, because a Cognito
 * session can be used once.
 */
export function setUpChosenFactor(
  deps: SignInDeps,
  pending: PendingChallengeOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  const { restart, ...context } = signInContextOf(pending)
  return setUpFactor(deps, method, cognitoChallengeOf(pending).session, {
    ...context,
    ...(restart && {
      restart: () =>
        restartAndChoose(restart, method, (next) => setUpChosenFactor(deps, next, method)),
      tryAnotherMethod: restart,
    }),
  })
}

async function setUpFactor(
  deps: SignInDeps,
  method: Method,
  session: string | undefined,
  context: SignInContext,
): Promise<Outcome> {
  const step = {
    username: context.username,
    hasAlternatives: context.tryAnotherMethod !== undefined,
  }
  if (method === 'EMAIL_OTP')
    return mfaSetupChallenge({ kind: 'setUpEmail', ...step }, session, context)
  const { SecretCode: secret, Session } = await deps.call('AssociateSoftwareToken', {
    Session: session,
  })
  if (!secret) throw new VaultError({ code: 'unexpected', field: 'SecretCode' })
  return mfaSetupChallenge({ kind: 'setUpTotp', ...step, secret }, Session, context)
}

function mfaSetupChallenge(
  challenge: ChallengeSnapshot,
  session: string | undefined,
  { username, cognitoUsername = username, rememberMe, restart, tryAnotherMethod }: SignInContext,
): Outcome {
  return {
    kind: 'challenge',
    pending: {
      challenge,
      rememberMe,
      cognitoChallenge: {
        challengeName: 'MFA_SETUP',
        cognitoUsername,
        session,
      },
      ...(restart && { restart }),
      ...(tryAnotherMethod && { tryAnotherMethod }),
    },
  }
}
