import { askFirstFactor, type FirstFactorCall } from '#local-cognito/auth/factors/askFirstFactor.ts'
import type { FirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import type { ResolvedUser } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { incorrectUsernameOrPassword } from '#local-cognito/errors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { SignInProgress } from '#local-cognito/signInRecords.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import { hasPassword } from '#local-cognito/users/passwords.ts'
import { completeSignIn } from './completeSignIn.ts'

/** Signs in with the password where it came with the choice; asks for any other first factor. */
export async function startFirstFactor(call: FirstFactorCall, factor: FirstFactor) {
  const { PASSWORD: password } = call.parameters
  return factor === 'PASSWORD' && password
    ? signInWithPassword(call, password, call.progress)
    : askFirstFactor(call, factor)
}

interface Attempt {
  cognito: Cognito
  pool: Pool
  client: Client
  resolvedUser: ResolvedUser
}

/** Signs in by username and password. A simulated user has no right password. */
async function signInWithPassword(
  { cognito, pool, client, resolvedUser: { user, exists } }: Attempt,
  password: string,
  progress: SignInProgress,
) {
  checkLockout(cognito, pool, user.username)
  if (!exists || !(await hasPassword(user, password))) {
    countFailure(cognito, pool, user.username)
    throw incorrectUsernameOrPassword()
  }
  clearFailures(cognito, pool, user.username)
  return completeSignIn(cognito, pool, client, user, progress)
}
