import type { LinkAnswer } from '#vault/protocol/challenges.ts'
import type { Commands } from '#vault/protocol/commands.ts'
import type { AuthState } from './state.ts'

type Command<Name extends keyof Commands> = (
  input: Commands[Name]['input'],
) => Promise<Commands[Name]['answer']>

/**
 * State of the sign-in and the commands that change it. Each command resolves once the state has moved,
 * or rejects with an {@link AuthError} and leaves the state as it is.
 *
 * @example
 * const auth = useAuth()
 * await auth.signIn({ username: 'ada@example.com', password, rememberMe: true })
 * auth.getState().status // 'signedIn', or 'challenge' if Cognito asks for more
 */
export interface Auth {
  getState: () => AuthState
  /** Calls `listener` after each change. @returns a function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /** Settles when the session of this browser has been restored, or found absent. */
  restored: Promise<void>
  /** Starts the part of SRP that does not need the password, so that pressing the button is quick. */
  prepareSignIn: () => void
  /** Signs in with a password (USER_SRP_AUTH, or CUSTOM_AUTH with `custom`). */
  signIn: Command<'signIn'>
  /** Starts with the name alone (USER_AUTH); leads to a challenge, or to a choice of methods. */
  startUserAuth: Command<'startUserAuth'>
  /** Leads to the challenge `confirmSignUp`, or to a session where the pool confirms by itself. */
  signUp: Command<'signUp'>
  /** Leads to the challenge `resetPassword`, whether the account exists or not. */
  forgotPassword: (username: string) => Promise<void>
  /**
   * Answers a challenge with what a link in an email carries: in the tab that waits for it, if there is
   * one, else here. An answer with a `username` needs no pending challenge.
   */
  answerLink: (answer: LinkAnswer) => Promise<void>
  /** Returns the WebAuthn options of this name's passkeys, or none: for the browser's autofill. */
  offerPasskey: Command<'offerPasskey'>
  signInWithOfferedPasskey: Command<'signInWithOfferedPasskey'>
  /** Returns the address of the pool's domain where the sign-in with a provider goes on. */
  startFederatedSignIn: Command<'startFederatedSignIn'>
  /** Finishes it with the query of the callback address. */
  finishFederatedSignIn: Command<'finishFederatedSignIn'>
}
