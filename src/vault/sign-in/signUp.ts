import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider'
import { unlessRefused } from '#vault/cognito/lostAnswers.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers, CodeDelivery } from '#vault/protocol/challenges.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { sendConcealed, tryConcealed } from './concealAccountExistence.ts'
import { initiateAuth } from './deviceSignIn.ts'
import { codeLength, deliveryFrom, withDelivery } from './pendingChallenge.ts'
import type { Outcome, PendingChallengeOf } from './pendingChallenge.ts'
import { readAuthResponse } from './readAuthResponse.ts'
import { sendConfirmation } from './sendCodes.ts'
import { signIn, signInOrElse } from './signIn.ts'
import type { SignInDeps } from './signInDeps.ts'

/**
 * Creates the account (SignUp). An email address that has an account already leads to the same challenge as a
 * new one. A taken username that is not an email address is refused, because the user has to choose another.
 *
 * @throws VaultError `usernameTaken`, `passwordTooWeak`, `invalidInput`, `signUpClosed`, `refusedByPool` and others.
 */
export async function signUp(
  deps: SignInDeps,
  input: SignInCommands['signUp']['input'],
): Promise<Outcome> {
  const { username, password } = input
  const isEmail = username.includes('@')
  const attributes = isEmail ? { email: username, ...input.attributes } : input.attributes
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  const pending = { rememberMe: false, ...(password === undefined ? {} : { password }) }
  try {
    const send = () =>
      deps.call('SignUp', {
        ClientId: deps.clientId,
        Username: username,
        ...(password === undefined ? {} : { Password: password }),
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      })
    const response = await deps.lostAnswers.attempt<Answered<Partial<SignUpResponse>>>(
      `SignUp ${username}`,
      send,
      ({ data }) =>
        ownAccount(deps, { username, password, isTaken: data.code === 'usernameTaken' }),
    )
    if (response.outcome) return isEmail ? conceal(response.outcome) : response.outcome
    if (response.UserConfirmed) {
      return await signInAfterSignUp(deps, { username, ...pending, session: response.Session })
    }
    const delivery = deliveryFrom(response.CodeDeliveryDetails)
    return {
      kind: 'challenge',
      pending: { ...pending, challenge: withDelivery(challenge, delivery) },
    }
  } catch (error) {
    const isTaken = error instanceof VaultError && error.data.code === 'usernameTaken'
    if (!isTaken || !isEmail) throw error
    const delivery = await sendConcealed(username, () => sendConfirmation(deps, username))
    return {
      kind: 'challenge',
      pending: { ...pending, concealed: true, challenge: withDelivery(challenge, delivery) },
    }
  }
}

/** The answer of Cognito, or what became clear after one was lost. */
type Answered<Answer> = Answer & { outcome?: Outcome }

/**
 * Goes on with the account of an earlier sign-up whose answer was lost. The password shows that it is the same user's;
 * a sign-up without one goes on only where the account is unconfirmed. A stranger learns what the sign-in page tells.
 */
async function ownAccount(
  deps: SignInDeps,
  account: { username: string; password: string | undefined; isTaken: boolean },
): Promise<{ outcome: Outcome } | undefined> {
  const { username, password, isTaken } = account
  // For an email address without a password, the code is sent in any case.
  if (!isTaken || (password === undefined && username.includes('@'))) return undefined
  const goOn =
    password === undefined
      ? sendConfirmation(deps, username).then((delivery): Outcome => {
          const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
          const pending = { rememberMe: false, challenge: withDelivery(challenge, delivery) }
          return { kind: 'challenge', pending }
        })
      : signIn(deps, { username, password, rememberMe: false })
  const outcome = await unlessRefused(goOn)
  return outcome && { outcome }
}

/** Keeps a confirmation from saying whether the account existed before. */
function conceal(outcome: Outcome): Outcome {
  return isConfirmation(outcome)
    ? { ...outcome, pending: { ...outcome.pending, concealed: true } }
    : outcome
}

function isConfirmation(outcome: Outcome): outcome is Extract<Outcome, { kind: 'challenge' }> {
  return outcome.kind === 'challenge' && outcome.pending.challenge.kind === 'confirmSignUp'
}

/** Sends the confirmation code of a sign-up again. @throws VaultError `limitExceeded` for the sixth in an hour. */
export function resendConfirmation(
  deps: SignInDeps,
  { challenge: { username }, concealed }: PendingChallengeOf<'confirmSignUp'>,
): Promise<CodeDelivery | undefined> {
  const send = () => sendConfirmation(deps, username)
  return deps.sendLimited(username, () => (concealed ? sendConcealed(username, send) : send()))
}

/**
 * Confirms the account (ConfirmSignUp), then signs in if that is possible without asking the user. Does not send
 * the `Session` of SignUp: the code may come hours after it has expired, and AWS does not say that it is forgiven.
 * ConfirmSignUp returns a `Session` without it, too (as Amplify relies on).
 */
export async function confirmSignUp(
  deps: SignInDeps,
  {
    challenge: { username },
    password,
    rememberMe,
    concealed: isConcealed,
    fromLink,
  }: PendingChallengeOf<'confirmSignUp'>,
  { code }: Answers['confirmSignUp'],
): Promise<Outcome> {
  const confirm = () =>
    deps.lostAnswers.attempt<Answered<{ Session?: string | undefined }>>(
      `ConfirmSignUp ${username}`,
      () =>
        deps.call('ConfirmSignUp', {
          ClientId: deps.clientId,
          Username: username,
          ConfirmationCode: code,
        }),
      async () => {
        if (!isConcealed) return undefined
        // That the account is confirmed is told only to users who know its password.
        if (password !== undefined) {
          const outcome = await unlessRefused(signIn(deps, { username, password, rememberMe }))
          if (outcome && !isConfirmation(outcome)) return { outcome }
        }
        throw new VaultError({ code: 'mayHaveWorked' })
      },
    )
  let session: string | undefined
  try {
    const confirmed = await (isConcealed ? tryConcealed(confirm) : confirm())
    if (confirmed.outcome) return confirmed.outcome
    session = confirmed.Session
  } catch (error) {
    // Confirmed in the meantime by a link or in another tab: the sign-in can go on.
    if (!(error instanceof VaultError) || error.data.code !== 'alreadyConfirmed') throw error
  }
  return signInAfterSignUp(deps, {
    username,
    rememberMe,
    session: fromLink ? undefined : session,
    ...(password === undefined ? {} : { password }),
  })
}

interface NewAccount {
  username: string
  rememberMe: boolean
  password?: string
  /** `Session` of SignUp or ConfirmSignUp: proves who signed up, once, for a few minutes. */
  session: string | undefined
}

/**
 * Signs in to a confirmed account: by its sign-up session where the client allows USER_AUTH, else with the
 * password if it is still known. If neither works, the user signs in by hand.
 */
async function signInAfterSignUp(
  deps: SignInDeps,
  { username, rememberMe, password, session }: NewAccount,
): Promise<Outcome> {
  const byHand: Outcome = { kind: 'signedOut', username, reason: 'confirmed' }
  const bySession = await signInBySession(deps, { username, rememberMe, session })
  if (bySession) return bySession
  if (password === undefined) return byHand
  const outcome = await signInOrElse(deps, { username, password, rememberMe }, byHand)
  // Cognito may not see the confirmation yet. Asking for it again would be an endless loop.
  return isConfirmation(outcome) ? byHand : outcome
}

async function signInBySession(
  deps: SignInDeps,
  { username, rememberMe, session }: Omit<NewAccount, 'password'>,
): Promise<Outcome | undefined> {
  if (session === undefined) return undefined
  try {
    const response = await initiateAuth(deps, {
      AuthFlow: 'USER_AUTH',
      Session: session,
      AuthParameters: { USERNAME: username },
    })
    return await readAuthResponse(deps, response, { username, rememberMe })
  } catch (error) {
    if (error instanceof VaultError) return undefined
    throw error
  }
}
