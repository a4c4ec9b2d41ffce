import {
  respondable,
  travellerOf,
  type AttemptOf,
  type Outcome,
  type Steps,
  type Traveller,
} from './attempt.ts'
import { VaultError } from '#vault/wire/errors.ts'
import type { ChallengeSnapshot, Method } from '#vault/messages.ts'

/** MFA_SETUP: the pool insists on a second factor, and this person has none yet. */
interface SetUp {
  /** MFAS_CAN_SETUP. */
  offered: string[]
  session: string | undefined
}

const hasScreen = (name: string): name is 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' =>
  name === 'SOFTWARE_TOKEN_MFA' || name === 'EMAIL_OTP'

/** Begins to set up the one factor there is, or asks which. */
export async function beginSetUp(
  steps: Steps,
  { offered, session }: SetUp,
  who: Traveller,
): Promise<Outcome> {
  const methods = offered.filter(hasScreen)
  const [only, ...others] = methods
  if (only && others.length === 0) return setUp(steps, only, session, who)
  const { username } = who
  const challenge: ChallengeSnapshot = only
    ? { kind: 'chooseMethod', username, methods, setUp: true }
    : { kind: 'unsupported', username, challengeName: `MFA_SETUP (${offered.join(', ')})` }
  return pose(challenge, session, who)
}

/** What was chosen of several. Choosing again begins the sign-in anew: a session serves once. */
export function setUpChosen(
  steps: Steps,
  attempt: AttemptOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  const { again, ...who } = travellerOf(attempt)
  return setUp(steps, method, respondable(attempt).session, {
    ...who,
    ...(again && { again: () => chooseAgain(steps, again, method), otherWay: again }),
  })
}

/** Begins anew and takes the same choice, so that the person is where they were. */
async function chooseAgain(steps: Steps, again: () => Promise<Outcome>, method: Method) {
  const outcome = await again()
  if (outcome.to !== 'challenge') return outcome
  const { attempt } = outcome
  const { challenge } = attempt
  if (challenge.kind !== 'chooseMethod' || !challenge.methods.includes(method)) return outcome
  return setUpChosen(steps, { ...attempt, challenge }, method)
}

async function setUp(
  steps: Steps,
  method: Method,
  session: string | undefined,
  who: Traveller,
): Promise<Outcome> {
  const step = { username: who.username, otherWays: who.otherWay !== undefined }
  if (method === 'EMAIL_OTP') return pose({ kind: 'setUpEmail', ...step }, session, who)
  const { SecretCode: secret, Session } = await steps.call(
    'AssociateSoftwareToken',
    session === undefined ? {} : { Session: session },
  )
  if (!secret) throw new VaultError({ code: 'unexpected', field: 'SecretCode' })
  return pose({ kind: 'setUpTotp', ...step, secret }, Session, who)
}

function pose(
  challenge: ChallengeSnapshot,
  session: string | undefined,
  { cognitoUsername, username, keep, again, otherWay }: Traveller,
): Outcome {
  return {
    to: 'challenge',
    attempt: {
      challenge,
      keep,
      respond: {
        challengeName: 'MFA_SETUP',
        username: cognitoUsername ?? username,
        ...(session === undefined ? {} : { session }),
      },
      ...(again && { again }),
      ...(otherWay && { otherWay }),
    },
  }
}
