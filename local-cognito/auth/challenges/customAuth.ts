import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { courseOf, openSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { passwordChallenge } from '#local-cognito/auth/factors/srpChallenge.ts'
import { sessionCandidate } from '#local-cognito/auth/resolvedUser.ts'
import { CognitoError, incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { User } from '#local-cognito/records.ts'
import type {
  ChallengeSession,
  CustomAuthState,
  CustomResult,
} from '#local-cognito/signInRecords.ts'
import type { Challenge, ChallengeCall } from './challenge.ts'
import { admit, welcome } from './completeSignIn.ts'
import { type Occasion, eventOf, invoke, triggerOf } from './invokeTrigger.ts'

/** A sign-in with CUSTOM_AUTH, between two of its steps. */
interface Step extends Occasion {
  history: CustomResult[]
  deviceKey: string | undefined
  /** Only at the beginning: the name as typed and the client's public value. */
  srp?: { name: string; A: string }
}

/**
 * Lets the pool's functions decide what comes next: tokens, another challenge, or the end.
 * @throws CognitoError where they let nobody in, are not there, or make no sense
 */
export async function goOn(step: Step): Promise<RespondToAuthChallengeResponse> {
  const { cognito, pool, client, history, deviceKey, candidate, srp } = step
  const trigger = triggerOf(cognito, pool)
  const { request, ...event } = eventOf(step)
  const { response } = await invoke(step, 'define', (context) =>
    trigger.define(
      {
        ...event,
        triggerSource: 'DefineAuthChallenge_Authentication',
        request: { ...request, session: history },
        response: {},
      },
      context,
    ),
  )
  if (response.failAuthentication) throw incorrectUsernameOrPassword()
  if (response.issueTokens) {
    if (!candidate.exists) throw incorrectUsernameOrPassword()
    // A password that has to be changed first is asked for here too.
    const enter = candidate.user.status === 'CONFIRMED' ? welcome : admit
    return enter(cognito, pool, client, candidate.user, { deviceKey })
  }
  if (response.challengeName === 'CUSTOM_CHALLENGE') return ask(step)
  if (response.challengeName === 'PASSWORD_VERIFIER' && srp) {
    const user = candidate.exists ? candidate.user : undefined
    const session = open(step, 'PASSWORD_VERIFIER', { history })
    return passwordChallenge(pool, client, { ...srp, user, deviceKey, session })
  }
  throw new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output')
}

/** Has the pool's function make a challenge of its own. */
async function ask(step: Step): Promise<RespondToAuthChallengeResponse> {
  const { history } = step
  const { request, ...event } = eventOf(step)
  const { response } = await invoke(step, 'create', (context) =>
    triggerOf(step.cognito, step.pool).create(
      {
        ...event,
        triggerSource: 'CreateAuthChallenge_Authentication',
        request: { ...request, challengeName: 'CUSTOM_CHALLENGE', session: history },
        response: {},
      },
      context,
    ),
  )
  const asked = {
    metadata: response.challengeMetadata,
    privateParameters: response.privateChallengeParameters ?? {},
  }
  return {
    ChallengeName: 'CUSTOM_CHALLENGE',
    Session: open(step, 'CUSTOM_CHALLENGE', { history, asked }),
    ChallengeParameters: {
      ...response.publicChallengeParameters,
      USERNAME: step.candidate.user.username,
    },
  }
}

/** @returns whether an answer is right, as the pool's function has it */
async function isRight(
  occasion: Occasion,
  privateChallengeParameters: Record<string, string>,
  challengeAnswer: string,
) {
  const { request, ...event } = eventOf(occasion)
  const { response } = await invoke(occasion, 'verify', (context) =>
    triggerOf(occasion.cognito, occasion.pool).verify(
      {
        ...event,
        triggerSource: 'VerifyAuthChallengeResponse_Authentication',
        request: { ...request, privateChallengeParameters, challengeAnswer },
        response: {},
      },
      context,
    ),
  )
  return response.answerCorrect === true
}

/** What follows a right password in CUSTOM_AUTH. A wrong one ends it without asking anybody. */
export function afterCustomPassword(
  { cognito, pool, client, metadata }: ChallengeCall,
  session: ChallengeSession,
  user: User,
  deviceKey: string | undefined,
) {
  if (user.status === 'RESET_REQUIRED') return admit(cognito, pool, client, user, {})
  session.used = true
  const proved = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true }
  const history = [...(session.custom?.history ?? []), proved]
  const candidate = { user, exists: true }
  return goOn({ cognito, pool, client, candidate, metadata, history, deviceKey })
}

function open(
  { cognito, client, candidate: { user, exists }, deviceKey }: Step,
  challenge: 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER',
  custom: CustomAuthState,
) {
  const firstFactor = exists ? 'somebody' : 'nobody'
  return openSession(cognito, client, user, challenge, { custom, deviceKey, firstFactor })
}

/** An answer to what the pool's own functions asked. Right or wrong, it spends the session. */
export const customChallenge: Challenge = {
  answers: ['USERNAME', 'ANSWER'],

  async answer({ cognito, pool, client, name, session: id, responses, metadata }) {
    const { USERNAME: username = '', ANSWER: answer = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const candidate = sessionCandidate(cognito, pool, session, username)
    const occasion = { cognito, pool, client, candidate, metadata }
    const { history = [], asked } = session.custom ?? {}
    session.used = true
    const answered = {
      challengeName: name,
      challengeResult: await isRight(occasion, asked?.privateParameters ?? {}, answer),
      challengeMetadata: asked?.metadata,
    }
    return goOn({
      ...occasion,
      history: [...history, answered],
      deviceKey: courseOf(session, responses).deviceKey,
    })
  },
}
