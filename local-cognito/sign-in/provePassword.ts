import { incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Course } from '#local-cognito/tokens/records.ts'
import { checkLockout, countFailure, forgetFailures } from '#local-cognito/users/limits.ts'
import { hasPassword } from '#local-cognito/users/passwords.ts'
import { admit } from './admit.ts'
import type { Candidate } from './candidate.ts'

interface Attempt {
  cognito: Cognito
  pool: Pool
  client: Client
  candidate: Candidate
}

/** Admits whoever has this password. Nobody's is right. */
export async function provePassword(
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
