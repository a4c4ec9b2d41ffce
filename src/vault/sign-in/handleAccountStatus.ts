import { exceptionType } from '#vault/cognito/vaultError.ts'
import { maskedDelivery } from './concealAccountExistence.ts'
import {
  codeLength,
  withDelivery,
  type Outcome,
  type PendingChallenge,
} from './pendingChallenge.ts'
import { forgotPassword, sendConfirmation } from './sendCodes.ts'
import type { SignInDeps } from './signInDeps.ts'

interface Account extends Pick<PendingChallenge, 'rememberMe' | 'password'> {
  /** As the user typed it. */
  username: string
}

/**
 * Runs a step of a sign-in. For an account that is unconfirmed, or whose password must be reset, sends the code
 * and leads to that challenge. Cognito may say so in answer to any request of a sign-in (API reference,
 * InitiateAuth and RespondToAuthChallenge: UserNotConfirmedException, PasswordResetRequiredException).
 *
 * @param account `password` signs in once the account is confirmed; without one, the session of ConfirmSignUp does.
 */
export async function handleAccountStatus(
  deps: SignInDeps,
  account: Account,
  step: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await step()
  } catch (error) {
    const { username, rememberMe } = account
    switch (exceptionType(error)) {
      case 'UserNotConfirmedException':
        return { kind: 'challenge', pending: await askForConfirmation(deps, account) }
      case 'PasswordResetRequiredException':
        return forgotPassword(deps, { username, rememberMe, required: true })
      default:
        throw error
    }
  }
}

/** Sends a confirmation code. Over the sending limit, the user can still enter the code they have. */
async function askForConfirmation(
  deps: SignInDeps,
  { username, password, rememberMe }: Account,
): Promise<PendingChallenge> {
  const delivery = await sendConfirmation(deps, username).catch((error: unknown) => {
    if (exceptionType(error) === 'LimitExceededException') return maskedDelivery(username)
    throw error
  })
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  return {
    rememberMe,
    ...(password === undefined ? {} : { password }),
    challenge: withDelivery(challenge, delivery),
  }
}
