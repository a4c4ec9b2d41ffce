import { codeLength, withDelivery } from './attempt.ts'
import type { Attempt, AttemptOf, Outcome, Steps } from './attempt.ts'
import { sendConfirmation } from './codes.ts'
import { exceptionType, VaultError } from '#vault/wire/errors.ts'
import type { Answers } from '#vault/messages.ts'
import { respond } from './respond.ts'
import { proveBySrp } from '#vault/srp/srp.ts'
import { maskedDelivery } from './veil.ts'
import { forgotPassword } from './forgotPassword.ts'

export interface Credentials {
  username: string
  password: string
  keep: boolean
  custom?: boolean
}

/**
 * USER_SRP_AUTH, then PASSWORD_VERIFIER. Cognito says before it looks at the password that an account
 * is unconfirmed or must be reset; both lead on instead of failing.
 */
export async function signIn(steps: Steps, credentials: Credentials): Promise<Outcome> {
  try {
    return await signInBySrp(steps, credentials)
  } catch (error) {
    switch (exceptionType(error)) {
      case 'UserNotConfirmedException':
        return { to: 'challenge', attempt: await confirmationFor(steps, credentials) }
      case 'PasswordResetRequiredException':
        return forgotPassword(steps, { ...credentials, required: true })
      default:
        throw error
    }
  }
}

/** Signs in after something that is done and must not be asked again, whatever comes of this. */
export async function signInOrElse(
  steps: Steps,
  credentials: Credentials,
  otherwise: Outcome,
): Promise<Outcome> {
  try {
    return await signIn(steps, credentials)
  } catch (error) {
    if (error instanceof VaultError) return otherwise
    throw error
  }
}

async function signInBySrp(steps: Steps, credentials: Credentials): Promise<Outcome> {
  const { username, password, keep, custom } = credentials
  const who = { username, keep, again: () => signIn(steps, credentials) }
  return proveBySrp(steps, custom ? 'CUSTOM_AUTH' : 'USER_SRP_AUTH', who, password)
}

/** Answers NEW_PASSWORD_REQUIRED. A refused password leaves the session usable for another try. */
export function setNewPassword(
  steps: Steps,
  attempt: AttemptOf<'newPassword'>,
  { newPassword, attributes }: Answers['newPassword'],
): Promise<Outcome> {
  const named = Object.entries(attributes).map(
    ([name, value]) => [`userAttributes.${name}`, value] as const,
  )
  // From now on it is another password that begins anew.
  const { username } = attempt.challenge
  const again = () => signIn(steps, { username, password: newPassword, keep: attempt.keep })
  const next = { ...attempt, again }
  return respond(steps, next, { NEW_PASSWORD: newPassword, ...Object.fromEntries(named) })
}

/** Sends a new confirmation code; a limit on sending does not keep the person from the code they have. */
async function confirmationFor(steps: Steps, credentials: Credentials): Promise<Attempt> {
  const { username, password, keep } = credentials
  const delivery = await sendConfirmation(steps, username).catch((error: unknown) => {
    if (exceptionType(error) === 'LimitExceededException') return maskedDelivery(username)
    throw error
  })
  return {
    keep,
    password,
    challenge: withDelivery({ kind: 'confirmSignUp' as const, username, codeLength }, delivery),
  }
}
