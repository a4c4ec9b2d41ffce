import { askFirstFactor, type Choice } from '#local-cognito/factors/askFirstFactor.ts'
import type { FirstFactor } from '#local-cognito/factors/firstFactors.ts'
import { provePassword } from './provePassword.ts'

/** Takes the password that came along with the choice of it; asks for any other first factor. */
export async function takeFirstFactor(choice: Choice, factor: FirstFactor) {
  const { PASSWORD: password } = choice.given
  return factor === 'PASSWORD' && password
    ? provePassword(choice, password, choice.course)
    : askFirstFactor(choice, factor)
}
