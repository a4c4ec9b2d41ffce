import { sampleTriggers } from '#local-cognito/sample-triggers/sampleTriggers.ts'
import { threeAttempts } from '#local-cognito/sample-triggers/threeAttempts.ts'
import type { TriggerFunctions } from '#local-cognito/triggers.ts'
import { openTestPool } from './testPool.ts'

// Fixtures: a pool with a custom challenge, and a client that answers it.

export const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
export const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
export const INCORRECT = notAuthorized('Incorrect username or password.')

type Settings = NonNullable<Parameters<typeof openTestPool>[0]>['client']

export const openCustomAuthPool = (trigger: string | TriggerFunctions, client: Settings = {}) =>
  openTestPool({
    pool: {
      LambdaConfig: { DefineAuthChallenge: typeof trigger === 'string' ? trigger : 'local:test' },
    },
    client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'], ...client },
    options: {
      triggers: typeof trigger === 'string' ? sampleTriggers : { 'local:test': trigger },
    },
  })

export type CustomAuthPool = Awaited<ReturnType<typeof openCustomAuthPool>>

export const customAuth = (given: Record<string, string> = {}) => ({
  AuthFlow: 'CUSTOM_AUTH',
  AuthParameters: { USERNAME: 'jo', ...given },
})

export const customAnswer = (Session: string | undefined, ANSWER: string, USERNAME = 'jo') => ({
  ChallengeName: 'CUSTOM_CHALLENGE',
  Session,
  ChallengeResponses: { USERNAME, ANSWER },
})

export const question: NonNullable<TriggerFunctions['CreateAuthChallenge']> = (event) => {
  event.response.publicChallengeParameters = { question: 'Up or down?' }
  event.response.privateChallengeParameters = { answer: 'up' }
  event.response.challengeMetadata = 'DIRECTION'
  return event
}

export const verify: NonNullable<TriggerFunctions['VerifyAuthChallengeResponse']> = (event) => {
  const { challengeAnswer, privateChallengeParameters } = event.request
  event.response.answerCorrect = challengeAnswer === privateChallengeParameters['answer']
  return event
}

export const direction = {
  DefineAuthChallenge: threeAttempts(),
  CreateAuthChallenge: question,
  VerifyAuthChallengeResponse: verify,
} satisfies TriggerFunctions
