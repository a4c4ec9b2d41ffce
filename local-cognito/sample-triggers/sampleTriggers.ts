import type { Triggers } from '#local-cognito/triggers.ts'
import { magicLink } from './magicLink.ts'
import { secretQuestion } from './secretQuestion.ts'

/**
 * Triggers that the adapters pass in. A pool selects one by `LambdaConfig: { DefineAuthChallenge:
 * name }`.
 */
export const sampleTriggers: Triggers = {
  'local:magic-link': magicLink,
  'local:secret-question': secretQuestion,
}
