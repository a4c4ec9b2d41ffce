import type {
  AccountAction,
  AccountActionOutput,
  AccountActionInput,
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
import type { Reauthentication, SignInCommands, TokenClaims } from '#vault/protocol/commands.ts'
import type { SessionClaims, SignedOut, SignedOutReason } from '#vault/protocol/messages.ts'

export type {
  Answer,
  Method,
  AccountActionOutput,
  PasskeyOptions,
  Reauthentication,
  SignedOutReason,
  TokenClaims,
}

/** Where this browser stands with Cognito: always exactly one of these. */
export type AuthState =
  | SignedOut
  | { status: 'challenge'; challenge: Challenge }
  | { status: 'signedIn'; session: Session }

type Kind = ChallengeSnapshot['kind']

type SnapshotOf<One extends Kind> = Extract<ChallengeSnapshot, { kind: One }>

/**
 * What Cognito asks before it admits someone: what the vault's snapshot says of it, and what can be done
 * about it. What cannot be done, such as a code for a challenge that wants none, does not compile.
 */
export type ChallengeOf<One extends Kind> = SnapshotOf<One> &
  Answerable<One> &
  Resendable<One> &
  WithAlternatives<One>

export type Challenge = { [One in Kind]: ChallengeOf<One> }[Kind]

type Answerable<One extends Kind> = One extends AnswerKind
  ? { answer: (answer: Answers[One]) => Promise<void> }
  : unknown

/** Sends another code. */
type Resendable<One extends Kind> = 'delivery' extends keyof SnapshotOf<One>
  ? { resend: () => Promise<CodeDelivery | undefined> }
  : unknown

/** Asks for another way to prove who one is. Only where `hasAlternatives` says that there is one. */
type WithAlternatives<One extends Kind> = 'hasAlternatives' extends keyof SnapshotOf<One>
  ? { tryAnotherMethod: () => Promise<void> }
  : unknown

/** Proof of having signed in. Only `signedIn` has one, so only a guarded page can hold it. */
export interface Session extends SessionClaims {
  /**
   * Calls one of Cognito's actions on the user's own account, in AWS's own types; the vault adds the
   * access token.
   *
   * @throws AuthError with the code of the refusal; `notSignedIn` if another user has signed in meanwhile.
   * @example
   * const { UserAttributes } = await session.callCognito('GetUser', {})
   */
  callCognito: <Action extends AccountAction>(
    action: Action,
    input: AccountActionInput<Action>,
  ) => Promise<AccountActionOutput<Action>>
  /** Returns the claims of both tokens, never the tokens. */
  claims: () => Promise<TokenClaims>
  /** Renews the tokens now, so that changed attributes and groups show in the claims. */
  renewTokens: () => Promise<void>
  /** Forgets a device at Cognito and, if it is this browser, here. */
  forgetDevice: (key: string) => Promise<void>
  /** Deletes the account and all that this browser stores for it. */
  deleteUser: () => Promise<void>
  /**
   * `fetch` for the team's own API. The vault adds the access token, and only for origins in `api.origins`
   * of the config; after a 401 it renews the token and tries once more. No cookies, cache or redirects.
   *
   * @throws AuthError `apiForbidden` for a 403, `misconfigured` for another origin or a redirect,
   *   `network`, `notSignedIn`; the signal's reason if it was aborted.
   * @example
   * const response = await session.fetch('https://api.example.com/orders')
   */
  fetch: typeof fetch
  /** Verifies the user again with the password; `signedInAt` is then now. */
  reauthenticate: (password: string) => Promise<Reauthentication>
  /** Verifies the user again by USER_AUTH, without asking for the password first. */
  stepUp: (input: SignInCommands['stepUp']['input']) => Promise<Reauthentication>
  /** Answers the challenge that `reauthenticate` or `stepUp` returned. */
  answerReauthentication: (answer: Answer) => Promise<Reauthentication>
  /** Ends all other sessions, in pools that can only end all: the password starts this one again. */
  signOutElsewhere: (password: string) => Promise<Reauthentication>
  /** Ends every session of the user, this one included. */
  signOutEverywhere: () => Promise<void>
  /**
   * Signs out in all tabs at once; revokes the refresh token at Cognito on a best-effort basis.
   * `revoked` is false if Cognito could not be reached.
   */
  signOut: () => Promise<{ revoked: boolean }>
}
