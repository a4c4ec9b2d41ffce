import type { LinkAnswer } from '#vault/protocol/challenges.ts'
import type { Commands } from '#vault/protocol/commands.ts'
import type { AuthState } from './state.ts'

type Command<Name extends keyof Commands> = (
  input: Commands[Name]['input'],
) => Promise<Commands[Name]['answer']>

/**
 * State of the sign-in, and the commands that start one. What can be done next is in the state: a challenge has
 * `answer`, a session has `signOut`, `fetch` and so on.
 *
 * Each command resolves once the state has changed, or rejects with an {@link AuthError} and leaves the state as
 * it is. Every command can reject with `network`, `timeout`, `serviceUnavailable`, `tooManyRequests`, `blocked`,
 * `misconfigured`, `notLoaded`, `unsupportedBrowser` and `unexpected`; the codes below are in addition to these.
 *
 * @example
 * const auth = useAuth()
 * await auth.signIn({ username: 'ada@example.com', password, rememberMe: true })
 * auth.getState().status // 'signedIn', or 'challenge' if Cognito asks for more
 */
export interface Auth {
  getState: () => AuthState
  /** Calls `listener` after each change of the state. @returns a function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /**
   * Resolves when the session of this browser has been restored, or found absent. Until then the state is
   * `signedOut`. Rejects with `notLoaded`, `unexpected` or `unsupportedBrowser` if the vault does not start; if it
   * only started late, another promise takes its place, and the state changes.
   */
  readonly restored: Promise<void>
  /** Computes the part of SRP that does not need the password, so that the sign-in takes less time. */
  prepareSignIn: () => void
  /** Tells the vault that the network is back, so that it repeats at once what has failed. */
  networkRestored: () => void
  /**
   * Signs in with a password (USER_SRP_AUTH, or CUSTOM_AUTH with `custom`).
   *
   * @throws AuthError `incorrectCredentials`, `userDisabled`, `tooManyAttempts`, `temporaryPasswordExpired`,
   *   `refusedByPool`.
   */
  signIn: Command<'signIn'>
  /**
   * Starts USER_AUTH with the username alone. Leads to a challenge, or to a choice of methods.
   *
   * @throws AuthError `userDisabled`, `refusedByPool`.
   * @example
   * await auth.startUserAuth({ username, rememberMe: false, preferred: 'EMAIL_OTP' })
   */
  startUserAuth: Command<'startUserAuth'>
  /**
   * Creates an account. Leads to the challenge `confirmSignUp`, or to a session in a pool that confirms new
   * accounts by itself.
   *
   * @throws AuthError `passwordTooWeak`, `invalidInput` or `tooLong` (with `field`), `usernameTaken`,
   *   `signUpClosed`, `refusedByPool`.
   * @example
   * await auth.signUp({ username: 'ada@example.com', password, attributes: { name: 'Ada' } })
   */
  signUp: Command<'signUp'>
  /**
   * Sends a reset code. Leads to the challenge `resetPassword`, whether the account exists or not.
   *
   * @throws AuthError `limitExceeded` for the sixth code within an hour.
   */
  forgotPassword: (username: string) => Promise<void>
  /**
   * Answers a challenge with the code of a link in an email: in the tab that waits for it, if there is one, and
   * else in this tab. An answer with a `username` needs no pending challenge.
   *
   * @throws AuthError `codeMismatch`, `codeExpired`, `nothingToAnswer`.
   * @example
   * await auth.answerLink({ kind: 'confirmSignUp', username, code })
   */
  answerLink: (answer: LinkAnswer) => Promise<void>
  /** Asks for the passkeys of a username, for the browser's autofill. Resolves to no `options` if it has none. */
  offerPasskey: Command<'offerPasskey'>
  /**
   * Signs in with the passkey that was offered last.
   *
   * @throws AuthError `nothingToAnswer`, `challengeExpired`, `incorrectCredentials`.
   */
  signInWithOfferedPasskey: Command<'signInWithOfferedPasskey'>
  /**
   * Starts a sign-in with an identity provider. Resolves to the address of the pool's domain to go to.
   *
   * @throws AuthError `storageBlocked`.
   * @example
   * const { url } = await auth.startFederatedSignIn(input)
   * window.location.assign(url)
   */
  startFederatedSignIn: Command<'startFederatedSignIn'>
  /**
   * Finishes it with the query of the callback address. Resolves to the `returnTo` that it was started with;
   * `refused` says why the user is not signed in.
   *
   * @throws AuthError `storageBlocked`.
   */
  finishFederatedSignIn: Command<'finishFederatedSignIn'>
}
