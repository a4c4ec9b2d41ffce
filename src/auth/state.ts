import type {
  AccountAction,
  AccountActionOutput,
  AccountActionInput,
  UserAttributes,
} from '#vault/protocol/accountActions.ts'
import type {
  Answer,
  AnswerKind,
  Answers,
  ChallengeSnapshot,
  CodeDelivery,
  Method,
  PasskeyOptions,
} from '#vault/protocol/challenges.ts'
import type {
  MfaChange,
  Reauthentication,
  SecondFactor,
  SignInCommands,
  TokenClaims,
} from '#vault/protocol/commands.ts'
import type { SessionClaims, SignedOut, SignedOutReason } from '#vault/protocol/messages.ts'

export type {
  Answer,
  Method,
  AccountActionOutput,
  PasskeyOptions,
  Reauthentication,
  SecondFactor,
  SignedOutReason,
  TokenClaims,
  UserAttributes,
}

/** State of the sign-in in this browser: always exactly one of these. */
export type AuthState =
  | SignedOut
  | { status: 'challenge'; challenge: Challenge }
  | {
      status: 'signedIn'
      session: Session
      /** As GetUser listed them when the user signed in. Absent after a reload, and as soon as the state changes. */
      userAttributes?: UserAttributes
      /** As GetUser listed them before a reload: to be shown at once, and asked for again. Absent as above. */
      keptAttributes?: UserAttributes
    }

type Kind = ChallengeSnapshot['kind']

type SnapshotOf<One extends Kind> = Extract<ChallengeSnapshot, { kind: One }>

/**
 * A challenge of Cognito: its snapshot, with the functions that are valid for its kind. Any other call, such as a
 * code for a challenge that has none, does not compile.
 */
export type ChallengeOf<One extends Kind> = SnapshotOf<One> &
  Answerable<One> &
  Resendable<One> &
  WithAlternatives<One>

/**
 * A challenge of any kind.
 *
 * @example
 * const state = useAuthState()
 * if (state.status === 'challenge' && state.challenge.kind === 'totpCode') {
 *   await state.challenge.answer({ code: '123456' })
 * }
 */
export type Challenge = { [One in Kind]: ChallengeOf<One> }[Kind]

type Answerable<One extends Kind> = One extends AnswerKind
  ? {
      /**
       * Submits the answer. Resolves when the state has changed: to a session or to the next challenge.
       *
       * @throws AuthError `codeMismatch`, `codeExpired`, `codeUsed`, `incorrectCredentials`, `passwordTooWeak`,
       *   `passwordUsedBefore`, `tooManyAttempts`, `limitExceeded`, `deviceForgotten`; `startedAgain` if the
       *   state is now the same challenge with a new code; `nothingToAnswer` if it is another one by now.
       */
      answer: (answer: Answers[One]) => Promise<void>
    }
  : unknown

type Resendable<One extends Kind> = 'delivery' extends keyof SnapshotOf<One>
  ? {
      /** Sends another code. Resolves to where it was sent, if Cognito says so. @throws AuthError `limitExceeded`. */
      resend: () => Promise<CodeDelivery | undefined>
    }
  : unknown

type WithAlternatives<One extends Kind> = 'hasAlternatives' extends keyof SnapshotOf<One>
  ? {
      /** Lets the user choose another method. @throws AuthError `nothingToAnswer` unless `hasAlternatives`. */
      tryAnotherMethod: () => Promise<void>
    }
  : unknown

/**
 * Session of the signed-in user: claims, and the commands for their own account. Each command rejects with
 * `notSignedIn` if this user is not signed in any more, also if another user is.
 */
export interface Session extends SessionClaims {
  /**
   * Calls one of Cognito's actions on the user's own account, in AWS's own types. The vault adds the access token.
   *
   * @throws AuthError with the code for Cognito's exception, for example `passwordTooWeak` or `limitExceeded`.
   * @example
   * const { UserAttributes } = await session.callCognito('GetUser', {})
   */
  callCognito: <Action extends AccountAction>(
    action: Action,
    input: AccountActionInput<Action>,
  ) => Promise<AccountActionOutput<Action>>
  /** Resolves to the claims of the ID token and of the access token, never to a token. */
  claims: () => Promise<TokenClaims>
  /** Renews the tokens now, so that changed attributes and groups show in the claims. */
  renewTokens: () => Promise<void>
  /** Forgets a device at Cognito and, if it is this browser, here. @throws AuthError `gone`. */
  forgetDevice: (key: string) => Promise<void>
  /**
   * Turns a second factor on or off, or makes it the preferred one. Passkeys that can count as a second factor
   * stay usable beside it, where the pool and the user allow that.
   *
   * @param change nothing after a passkey was added, to make it usable beside the second factors that are on.
   * @throws AuthError `invalidInput` if the pool or the user's attributes do not allow it; `misconfigured` if the
   *   pool does not offer the factor.
   * @example
   * await session.setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: true })
   */
  setMfaPreference: (change: MfaChange) => Promise<void>
  /** Deletes the account and all that this browser stores for it. */
  deleteUser: () => Promise<void>
  /**
   * Calls the team's own API, as `fetch` does. The vault adds the access token, for the origins in `api.origins`
   * of the config only; after a 401 it renews the token and tries once more. No cookies, cache or redirects.
   *
   * Gives up after 30 seconds, or as long as the `signal` in `init` says, but not later than after 5 minutes.
   *
   * @throws AuthError `apiForbidden` for a 403, `misconfigured` for another origin or a redirect, `network`,
   *   `timeout`, `notSignedIn`; the signal's reason if it was aborted.
   * @example
   * const response = await session.fetch('https://api.example.com/orders')
   * const report = await session.fetch(reportUrl, { signal: AbortSignal.timeout(120_000) })
   */
  fetch: typeof fetch
  /**
   * Verifies the user again with the password. Finished if it resolves to no challenge: `signedInAt` is then now.
   *
   * @throws AuthError `incorrectCredentials`, `tooManyAttempts`.
   * @example
   * const { challenge } = await session.reauthenticate(password)
   * if (challenge?.kind === 'totpCode') await session.answerReauthentication({ kind: 'totpCode', code })
   */
  reauthenticate: (password: string) => Promise<Reauthentication>
  /**
   * Verifies the user again by USER_AUTH, with any method they have; with `acrValues`, up to one of these levels.
   *
   * @throws AuthError `invalidInput` if the user can reach none of the levels; `levelNotReached` if the new tokens
   *   have none of them. An API that relies on a level must check `acr` of the access token itself.
   */
  stepUp: (input: SignInCommands['stepUp']['input']) => Promise<Reauthentication>
  /**
   * Answers the challenge that `reauthenticate`, `stepUp` or this call returned.
   *
   * @throws AuthError as the `answer` of a challenge; `nothingToAnswer` after 30 minutes; `levelNotReached`.
   */
  answerReauthentication: (answer: Answer) => Promise<Reauthentication>
  /** Ends every session of the user and starts a new one here, for pools that cannot end a single session. */
  signOutElsewhere: (password: string) => Promise<Reauthentication>
  /** Ends every session of the user, this one included. */
  signOutEverywhere: () => Promise<void>
  /**
   * Tells that the page is looked at or, with `active`, that it is used: ends a session whose time is over. Resolves
   * to when it ends unless the user is active, if the config has a limit.
   */
  check: (active: boolean) => Promise<{ endsAt?: number }>
  /**
   * Signs out in all tabs at once; revokes the refresh token at Cognito.
   * `revoked` is false if Cognito could not be reached: then the vault repeats it until it can be.
   */
  signOut: () => Promise<{ revoked: boolean }>
}
