import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { openSession, progressOf, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { srpChallenge } from '#local-cognito/auth/factors/srpChallenge.ts'
import { type ResolvedUser, resolveSessionUser } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { incorrectUsernameOrPassword, invalidParameter } from '#local-cognito/errors.ts'
import {
  eventAttributes,
  hasTrigger,
  invokeTrigger,
  unrecognizable,
} from '#local-cognito/invokeTrigger.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type {
  ChallengeSession,
  CustomAuthState,
  CustomResult,
} from '#local-cognito/signInRecords.ts'
import type { Challenge, ChallengeCall } from './challenge.ts'
import { completeSignIn, issueTokens } from './completeSignIn.ts'

/** Sign-in on whose behalf a trigger runs. */
interface TriggerCall {
  cognito: Cognito
  pool: Pool
  client: Client
  resolvedUser: ResolvedUser
}

/** @throws CognitoError where the pool has no triggers for custom challenges */
export function checkCustomChallenge({ triggers }: Cognito, pool: Pool) {
  const name = pool.settings.LambdaConfig?.DefineAuthChallenge ?? ''
  if (!hasTrigger(pool, 'DefineAuthChallenge') || !Object.hasOwn(triggers, name))
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
}

/** What the events of all three triggers share. */
const invocationOf = ({ client, resolvedUser: { user, exists } }: TriggerCall) => ({
  userName: user.username,
  client,
  response: {},
  about: {
    userAttributes: exists ? eventAttributes(user) : {},
    ...(!exists && { userNotFound: true }),
  },
})

/** State of a CUSTOM_AUTH sign-in between two challenges. */
interface Step extends TriggerCall {
  history: CustomResult[]
  deviceKey: string | undefined
  /** Set in the first step only: the username as typed and the client's public value (SRP_A). */
  srp?: { name: string; A: string }
}

/**
 * Runs DefineAuthChallenge and follows its decision: tokens, another challenge, or failure.
 * @throws CognitoError when the trigger fails the sign-in, is not configured, or answers nothing
 *   usable
 */
export async function continueCustomAuth(step: Step): Promise<RespondToAuthChallengeResponse> {
  const { cognito, pool, client, history, deviceKey, resolvedUser, srp } = step
  checkCustomChallenge(cognito, pool)
  const { about, ...invocation } = invocationOf(step)
  const response =
    (await invokeTrigger(cognito, pool, 'DefineAuthChallenge', {
      ...invocation,
      source: 'DefineAuthChallenge_Authentication',
      request: { ...about, session: history },
    })) ?? {}
  if (response.failAuthentication) throw incorrectUsernameOrPassword()
  if (response.issueTokens) {
    if (!resolvedUser.exists) throw incorrectUsernameOrPassword()
    // A user with a temporary password has to change it here too.
    const finish = resolvedUser.user.status === 'CONFIRMED' ? issueTokens : completeSignIn
    return finish(cognito, pool, client, resolvedUser.user, { deviceKey })
  }
  if (response.challengeName === 'CUSTOM_CHALLENGE') return askCustomChallenge(step)
  if (response.challengeName === 'PASSWORD_VERIFIER' && srp) {
    const user = resolvedUser.exists ? resolvedUser.user : undefined
    const session = openCustomSession(step, 'PASSWORD_VERIFIER', { history })
    return srpChallenge(pool, client, { ...srp, user, deviceKey, session })
  }
  throw unrecognizable()
}

/** Has CreateAuthChallenge make a challenge. */
async function askCustomChallenge(step: Step): Promise<RespondToAuthChallengeResponse> {
  const { history } = step
  const { about, ...invocation } = invocationOf(step)
  const response =
    (await invokeTrigger(step.cognito, step.pool, 'CreateAuthChallenge', {
      ...invocation,
      source: 'CreateAuthChallenge_Authentication',
      request: { ...about, challengeName: 'CUSTOM_CHALLENGE', session: history },
    })) ?? {}
  const asked = {
    metadata: response.challengeMetadata,
    privateParameters: response.privateChallengeParameters ?? {},
  }
  return {
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: openCustomSession(step, 'CUSTOM_CHALLENGE', { history, asked }),
    ChallengeParameters: {
      ...response.publicChallengeParameters,
      USERNAME: step.resolvedUser.user.username,
    },
  }
}

/** Asks VerifyAuthChallengeResponse whether an answer is right. */
async function verifyAnswer(
  occasion: TriggerCall,
  privateChallengeParameters: Record<string, string>,
  challengeAnswer: string,
) {
  const { about, ...invocation } = invocationOf(occasion)
  const response = await invokeTrigger(
    occasion.cognito,
    occasion.pool,
    'VerifyAuthChallengeResponse',
    {
      ...invocation,
      source: 'VerifyAuthChallengeResponse_Authentication',
      request: { ...about, privateChallengeParameters, challengeAnswer },
    },
  )
  return response?.answerCorrect === true
}

/** Continues CUSTOM_AUTH after a correct password. After a wrong one no trigger runs. */
export function afterCustomPassword(
  { cognito, pool, client }: ChallengeCall,
  session: ChallengeSession,
  user: User,
  deviceKey: string | undefined,
) {
  if (user.status === 'RESET_REQUIRED') return completeSignIn(cognito, pool, client, user, {})
  session.used = true
  const passed = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
  const history = [...(session.custom?.history ?? []), passed]
  const resolvedUser = { user, exists: true }
  return continueCustomAuth({ cognito, pool, client, resolvedUser, history, deviceKey })
}

function openCustomSession(
  { cognito, client, resolvedUser: { user, exists }, deviceKey }: Step,
  challenge: 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER',
  custom: CustomAuthState,
) {
  const firstFactor = exists ? 'existingUser' : 'unknownUser'
  return openSession(cognito, client, user, challenge, { custom, deviceKey, firstFactor })
}

/** Verifies the answer to a custom challenge. The session is spent either way. */
export const customChallenge: Challenge = {
  answers: ['USERNAME', 'ANSWER'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', ANSWER: answer = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const resolvedUser = resolveSessionUser(cognito, pool, session, username)
    const occasion = { cognito, pool, client, resolvedUser }
    const { history = [], asked } = session.custom ?? {}
    session.used = true
    const answered = {
      challengeName: name,
      challengeResult: await verifyAnswer(occasion, asked?.privateParameters ?? {}, answer),
      challengeMetadata: asked?.metadata,
    }
    return continueCustomAuth({
      ...occasion,
      history: [...history, answered],
      deviceKey: progressOf(session, responses).deviceKey,
    })
  },
}
