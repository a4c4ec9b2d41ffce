import {
  cognitoChallengeOf,
  signInContextOf,
  type PendingChallengeOf,
  type Outcome,
  type FlowDeps,
  type SignInContext,
} from './pendingChallenge.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { ChallengeSnapshot, Method } from '#vault/protocol/challenges.ts'

/** MFA_SETUP: the pool insists on a second factor, and this person has none yet. */
interface MfaSetup {
  /** MFAS_CAN_SETUP. */
  offered: string[]
  session: string | undefined
}

const hasScreen = (name: string): name is 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' =>
  name === 'SOFTWARE_TOKEN_MFA' || name === 'EMAIL_OTP'

/** Begins to set up the one factor there is, or asks which. */
export async function startMfaSetup(
  flow: FlowDeps,
  { offered, session }: MfaSetup,
  context: SignInContext,
): Promise<Outcome> {
  const methods = offered.filter(hasScreen)
  const [only, ...others] = methods
  if (only && others.length === 0) return setUpFactor(flow, only, session, context)
  const { username } = context
  const challenge: ChallengeSnapshot = only
    ? { kind: 'chooseMethod', username, methods, setUp: true }
    : { kind: 'unsupported', username, challengeName: `MFA_SETUP (${offered.join(', ')})` }
  return mfaSetupChallenge(challenge, session, context)
}

/** What was chosen of several. Choosing again begins the sign-in anew: a session serves once. */
export function setUpChosenFactor(
  flow: FlowDeps,
  pending: PendingChallengeOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  const { restart, ...context } = signInContextOf(pending)
  return setUpFactor(flow, method, cognitoChallengeOf(pending).session, {
    ...context,
    ...(restart && {
      restart: () => restartAndChoose(flow, restart, method),
      tryAnotherMethod: restart,
    }),
  })
}

/** Begins anew and takes the same choice, so that the person is where they were. */
async function restartAndChoose(flow: FlowDeps, restart: () => Promise<Outcome>, method: Method) {
  const outcome = await restart()
  if (outcome.kind !== 'challenge') return outcome
  const { pending } = outcome
  const { challenge } = pending
  if (challenge.kind !== 'chooseMethod' || !challenge.methods.includes(method)) return outcome
  return setUpChosenFactor(flow, { ...pending, challenge }, method)
}

async function setUpFactor(
  flow: FlowDeps,
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
  const { SecretCode: secret, Session } = await flow.call(
    'AssociateSoftwareToken',
    session === undefined ? {} : { Session: session },
  )
  if (!secret) throw new VaultError({ code: 'unexpected', field: 'SecretCode' })
  return mfaSetupChallenge({ kind: 'setUpTotp', ...step, secret }, Session, context)
}

function mfaSetupChallenge(
  challenge: ChallengeSnapshot,
  session: string | undefined,
  { cognitoUsername, username, rememberMe, restart, tryAnotherMethod }: SignInContext,
): Outcome {
  return {
    kind: 'challenge',
    pending: {
      challenge,
      rememberMe,
      cognitoChallenge: {
        challengeName: 'MFA_SETUP',
        username: cognitoUsername ?? username,
        ...(session === undefined ? {} : { session }),
      },
      ...(restart && { restart }),
      ...(tryAnotherMethod && { tryAnotherMethod }),
    },
  }
}
