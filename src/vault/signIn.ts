import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { codeLength, withDelivery } from './attempt.ts'
import type { Attempt, AttemptOf, Outcome, Steps } from './attempt.ts'
import { sendConfirmation } from './codes.ts'
import { exceptionType, VaultError } from './errors.ts'
import * as is from './guards.ts'
import { takeTokens } from './takeTokens.ts'
import { maskedDelivery } from './veil.ts'
import { forgotPassword } from './forgotPassword.ts'

export interface Credentials {
  username: string
  password: string
  keep: boolean
}

/**
 * USER_SRP_AUTH, then PASSWORD_VERIFIER. Cognito says before it looks at the password that an account
 * is unconfirmed or must be reset; both lead on instead of failing.
 */
export async function signIn(steps: Steps, credentials: Credentials): Promise<Outcome> {
  try {
    return await signInBySrp(steps, credentials)
  } catch (error) {
    switch (exceptionType(error)) {
      case 'UserNotConfirmedException':
        return { to: 'challenge', attempt: await confirmationFor(steps, credentials) }
      case 'PasswordResetRequiredException':
        return forgotPassword(steps, { ...credentials, required: true })
      default:
        throw error
    }
  }
}

/** Signs in after something that is done and must not be asked again, whatever comes of this. */
export async function signInOrElse(
  steps: Steps,
  credentials: Credentials,
  otherwise: Outcome,
): Promise<Outcome> {
  try {
    return await signIn(steps, credentials)
  } catch (error) {
    if (error instanceof VaultError) return otherwise
    throw error
  }
}

const isVerifier = is.isShape({
  USER_ID_FOR_SRP: is.isString,
  SALT: is.isString,
  SRP_B: is.isString,
  SECRET_BLOCK: is.isString,
})

async function signInBySrp(steps: Steps, { username, password, keep }: Credentials) {
  const exchange = await steps.beginSrp()
  const first = await steps.call('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: steps.clientId,
    AuthParameters: { USERNAME: username, SRP_A: exchange.srpA },
  })
  const parameters = first.ChallengeParameters
  if (first.ChallengeName !== 'PASSWORD_VERIFIER' || !isVerifier(parameters)) {
    return advance(steps.clientId, first, { username, keep })
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
  return advance(steps.clientId, second, { username, keep, cognitoUsername: userIdForSrp })
}

/** Reads what Cognito asks next. Whatever it is, nothing is stored that is not whole. */
function advance(
  clientId: string,
  response: Partial<RespondToAuthChallengeResponse>,
  who: { username: string; keep: boolean; cognitoUsername?: string },
): Outcome {
  if (response.AuthenticationResult && !response.ChallengeName) {
    const tokens = takeTokens(response.AuthenticationResult, clientId, Date.now())
    return { to: 'signedIn', tokens, keep: who.keep }
  }
  const { username, keep } = who
  const challengeName = response.ChallengeName
  if (!challengeName) throw new VaultError({ code: 'unexpected' })
  const cognitoUsername =
    response.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? who.cognitoUsername ?? username
  const attempt = {
    keep,
    ...(response.Session
      ? { respond: { session: response.Session, username: cognitoUsername } }
      : {}),
  }
  if (challengeName !== 'NEW_PASSWORD_REQUIRED') {
    return {
      to: 'challenge',
      attempt: { ...attempt, challenge: { kind: 'unsupported', username, challengeName } },
    }
  }
  const requiredAttributes = readRequiredAttributes(response.ChallengeParameters)
  return {
    to: 'challenge',
    attempt: { ...attempt, challenge: { kind: 'newPassword', username, requiredAttributes } },
  }
}

const prefix = 'userAttributes.'
const isNames = is.isArrayOf(is.isString)

/** `requiredAttributes` is a JSON string: `[]` or `["userAttributes.name"]`. */
function readRequiredAttributes(parameters: Record<string, string> | undefined): string[] {
  const names: unknown = JSON.parse(parameters?.['requiredAttributes'] ?? '[]')
  if (!isNames(names)) throw new VaultError({ code: 'unexpected', field: 'requiredAttributes' })
  return names.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name))
}

/** Answers NEW_PASSWORD_REQUIRED. A refused password leaves the session usable for another try. */
export async function setNewPassword(
  steps: Steps,
  attempt: AttemptOf<'newPassword'>,
  newPassword: string,
  attributes: Record<string, string>,
): Promise<Outcome> {
  if (!attempt.respond) throw new VaultError({ code: 'challengeExpired' })
  const named = Object.entries(attributes).map(([name, value]) => [prefix + name, value] as const)
  const response = await steps.call('RespondToAuthChallenge', {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ClientId: steps.clientId,
    Session: attempt.respond.session,
    ChallengeResponses: {
      USERNAME: attempt.respond.username,
      NEW_PASSWORD: newPassword,
      ...Object.fromEntries(named),
    },
  })
  return advance(steps.clientId, response, {
    username: attempt.challenge.username,
    keep: attempt.keep,
    cognitoUsername: attempt.respond.username,
  })
}

/** Sends a new confirmation code; a limit on sending does not keep the person from the code they have. */
async function confirmationFor(steps: Steps, credentials: Credentials): Promise<Attempt> {
  const { username, password, keep } = credentials
  const delivery = await sendConfirmation(steps, username).catch((error: unknown) => {
    if (exceptionType(error) === 'LimitExceededException') return maskedDelivery(username)
    throw error
  })
  return {
    keep,
    password,
    challenge: withDelivery({ kind: 'confirmSignUp' as const, username, codeLength }, delivery),
  }
}
