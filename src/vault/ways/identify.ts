import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { advance } from './advance.ts'
import { travellerOf, type AttemptOf, type Outcome, type Steps, type Traveller } from './attempt.ts'
import { initiateAuth } from '#vault/devices/deviceSignIn.ts'
import type { FirstFactor, Method } from '#vault/messages.ts'
import { respond } from './respond.ts'
import { setUpChosen } from './setUp.ts'
import { proveBySrp } from '#vault/srp/srp.ts'

type Who = Pick<Traveller, 'username' | 'keep' | 'proof'>

/**
 * USER_AUTH: begins with a name. Cognito asks for `preferred` at once where the person has it, else it
 * says what there is. Whoever has no account meets the same (where the pool prevents existence errors).
 */
export async function identify(steps: Steps, who: Who, preferred?: FirstFactor): Promise<Outcome> {
  if (preferred === 'CUSTOM_AUTH') return leaveToPool(steps, who)
  if (preferred === 'PASSWORD') return askPassword(steps, who, true)
  const response = await initiateAuth(steps, {
    AuthFlow: 'USER_AUTH',
    AuthParameters: {
      USERNAME: who.username,
      ...(preferred && { PREFERRED_CHALLENGE: preferred }),
      ...who.proof,
    },
  })
  const offered = waysIn(response.AvailableChallenges ?? [])
  // A choice of one thing is none.
  if (response.ChallengeName === 'SELECT_CHALLENGE' && offered.length === 1 && offered[0]) {
    if (offered[0] === 'PASSWORD') return askPassword(steps, who, false)
    if (preferred === undefined) return identify(steps, who, offered[0])
  }
  return advance(steps, response, traveller(steps, who, preferred, offered.length > 1))
}

/** CUSTOM_AUTH without a password: the pool's own functions pose what they like. */
async function leaveToPool(steps: Steps, who: Who): Promise<Outcome> {
  const response = await initiateAuth(steps, {
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME: who.username },
  })
  return advance(steps, response, { ...who, again: () => leaveToPool(steps, who) })
}

type Offered = Exclude<FirstFactor, 'CUSTOM_AUTH'>

const firstFactors: Partial<Record<ChallengeNameType | Method, Offered>> = {
  PASSWORD: 'PASSWORD',
  PASSWORD_SRP: 'PASSWORD',
  EMAIL_OTP: 'EMAIL_OTP',
  SMS_OTP: 'SMS_OTP',
  WEB_AUTHN: 'WEB_AUTHN',
}

const waysIn = (available: readonly ChallengeNameType[]): Offered[] => [
  ...new Set(available.flatMap((name) => firstFactors[name] ?? [])),
]

function traveller(
  steps: Steps,
  who: Who,
  preferred: Offered | undefined,
  hasOthers: boolean,
): Traveller {
  return {
    ...who,
    again: () => identify(steps, who, preferred),
    ...(hasOthers && { otherWay: () => identify(steps, who) }),
  }
}

/** Nothing is asked of Cognito yet: the proof begins when the password is there. */
function askPassword(steps: Steps, who: Who, otherWays: boolean): Outcome {
  const { username, keep, proof } = who
  return {
    to: 'challenge',
    attempt: {
      challenge: { kind: 'password', username, otherWays },
      keep,
      ...(proof && { proof }),
      ...(otherWays && { otherWay: () => identify(steps, who) }),
    },
  }
}

/** The password of somebody who began with the name: PASSWORD_SRP, in one go. */
export function answerPassword(
  steps: Steps,
  { challenge: { username }, keep, otherWay, proof }: AttemptOf<'password'>,
  password: string,
): Promise<Outcome> {
  const who: Traveller = {
    username,
    keep,
    again: () => proveBySrp(steps, 'USER_AUTH', who, password),
    ...(otherWay && { otherWay }),
    ...(proof && { proof }),
  }
  return proveBySrp(steps, 'USER_AUTH', who, password)
}

/** SELECT_CHALLENGE, SELECT_MFA_TYPE or MFA_SETUP: what was chosen is asked for. */
export async function choose(
  steps: Steps,
  attempt: AttemptOf<'chooseMethod'>,
  method: Method,
): Promise<Outcome> {
  if (attempt.challenge.setUp) return setUpChosen(steps, attempt, method)
  const { again, ...who } = travellerOf(attempt)
  if (method === 'PASSWORD') return askPassword(steps, who, true)
  if (attempt.respond?.challengeName === 'SELECT_CHALLENGE') {
    const otherWay = () => identify(steps, who)
    const chosen = {
      ...attempt,
      otherWay,
      again: () => identify(steps, who, firstFactors[method]),
    }
    return respond(steps, chosen, { ANSWER: method })
  }
  // A second factor: what else there is, only a new sign-in tells.
  const chosen = again
    ? { ...attempt, otherWay: again, again: () => chooseAnew(steps, again, method) }
    : attempt
  return respond(steps, chosen, { ANSWER: method })
}

async function chooseAnew(steps: Steps, again: () => Promise<Outcome>, method: Method) {
  const outcome = await again()
  if (outcome.to !== 'challenge') return outcome
  const { challenge } = outcome.attempt
  return challenge.kind === 'chooseMethod' && challenge.methods.includes(method)
    ? choose(steps, { ...outcome.attempt, challenge }, method)
    : outcome
}
