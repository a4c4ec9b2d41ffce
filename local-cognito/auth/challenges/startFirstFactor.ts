import { type Choice, askFirstFactor } from '#local-cognito/auth/factors/askFirstFactor.ts'
import type { FirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import type { Candidate } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Course } from '#local-cognito/signInRecords.ts'
import { checkLockout, countFailure, forgetFailures } from '#local-cognito/users/limits.ts'
import { hasPassword } from '#local-cognito/users/passwords.ts'
import { admit } from './completeSignIn.ts'

/** Takes the password that came along with the choice of it; asks for any other first factor. */
export async function takeFirstFactor(choice: Choice, factor: FirstFactor) {
  const { PASSWORD: password } = choice.given
  return factor === 'PASSWORD' && password
    ? provePassword(choice, password, choice.course)
    : askFirstFactor(choice, factor)
}

interface Attempt {
  cognito: Cognito
  pool: Pool
  client: Client
  candidate: Candidate
}

/** Admits whoever has this password. Nobody's is right. */
async function provePassword(
  { cognito, pool, client, candidate: { user, exists } }: Attempt,
  password: string,
  course: Course,
) {
  checkLockout(cognito, pool, user.username)
  if (!exists || !(await hasPassword(user, password))) {
    countFailure(cognito, pool, user.username)
    throw incorrectUsernameOrPassword()
  }
  forgetFailures(cognito, pool, user.username)
  return admit(cognito, pool, client, user, course)
}
