import { threeAttempts } from './threeAttempts.ts'
import type { CustomChallenge } from '#local-cognito/triggers.ts'

/** Asked of whoever has no question of their own. */
const FIXED = { question: 'Which word opens the cave of the forty thieves?', answer: 'sesame' }

/**
 * A sample: the question in somebody's `custom:question`, whose answer is in `custom:answer`. It is
 * there to show the page; questions like these are no good way to tell people apart.
 */
export const secretQuestion: CustomChallenge = {
  define: threeAttempts(),

  create(event) {
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

  verify(event) {
    const { privateChallengeParameters: secrets, challengeAnswer } = event.request
    const right = normal(secrets['answer'] ?? '')
    event.response.answerCorrect = right !== '' && normal(challengeAnswer) === right
    return event
  },
}

/** People do not remember how they wrote it. */
const normal = (text: string) => text.normalize('NFKC').trim().toLowerCase()
