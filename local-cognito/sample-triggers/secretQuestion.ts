import type { TriggerFunctions } from '#local-cognito/triggers.ts'
import { threeAttempts } from './threeAttempts.ts'

/** Used for accounts without a `custom:question`. */
const FIXED = { question: 'Which word opens the cave of the forty thieves?', answer: 'sesame' }

/**
 * Sample trigger that asks the question in `custom:question`, whose answer is in `custom:answer`.
 * For demonstration only: security questions are weak authentication.
 */
export const secretQuestion: TriggerFunctions = {
  DefineAuthChallenge: threeAttempts(),

  CreateAuthChallenge(event) {
    const { 'custom:question': question, 'custom:answer': answer } = event.request.userAttributes
    const asked = question ? { question, answer: answer ?? '' } : FIXED
    event.response.publicChallengeParameters = {
      challenge: 'SECRET_QUESTION',
      question: asked.question,
    }
    event.response.privateChallengeParameters = { answer: asked.answer }
    event.response.challengeMetadata = 'SECRET_QUESTION'
    return event
  },

  VerifyAuthChallengeResponse(event) {
    const { privateChallengeParameters: secrets, challengeAnswer } = event.request
    const right = normal(secrets['answer'] ?? '')
    event.response.answerCorrect = right !== '' && normal(challengeAnswer) === right
    return event
  },
}

/** Ignores case and spacing, which users do not remember. */
const normal = (text: string) => text.normalize('NFKC').trim().toLowerCase()
