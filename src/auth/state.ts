import type {
  Answer,
  AnswerKind,
  Answers,
  ChallengeSnapshot,
  CodeDelivery,
  SignInCommands,
  Method,
  AccountAction,
  AccountActionOutput,
  AccountCommands,
  AccountActionInput,
  AccountCommandName,
  PasskeyOptions,
  Reauthentication,
  SessionClaims,
  SignedOut,
  SignedOutReason,
  TokenClaims,
} from '#vault/protocol/messages.ts'

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
   * One of Cognito's actions on the person's own account, in AWS's own types; the vault adds the access
   * token. `act('GetUser', {})` answers `{ Username, UserAttributes, ... }`.
   */
  act: <Action extends AccountAction>(
    action: Action,
    input: AccountActionInput<Action>,
  ) => Promise<AccountActionOutput<Action>>
  /** The other commands of a person for themselves; see `OwnCommands`. */
  own: <Name extends AccountCommandName>(
    name: Name,
    input: AccountCommands[Name]['input'],
  ) => Promise<AccountCommands[Name]['answer']>
  /**
   * `fetch` for the team's own API. The vault adds the access token, and has it go to the `api.origins`
   * of the config only; after a 401 it renews the token once. Without cookies, cache and redirects.
   *
   * @throws AuthError `apiForbidden` for a 403, `misconfigured` for another origin or a redirect,
   *   `network`, `notSignedIn`; what was aborted by its signal, with that signal's reason.
   */
  fetch: typeof fetch
  /** Proves again, by the password, that this person is here: `signedInAt` is then now. */
  reauthenticate: (password: string) => Promise<Reauthentication>
  /** Ends every other session, where only all can be ended: the password begins this one anew. */
  signOutElsewhere: (password: string) => Promise<Reauthentication>
  /** The same by whatever the pool offers those who begin with the name. */
  proveAgain: (input: SignInCommands['proveAgain']['input']) => Promise<Reauthentication>
  /** Answers what was asked for it. */
  answerReauthentication: (answer: Answer) => Promise<Reauthentication>
  /** Revokes the refresh token at Cognito and forgets everything here and in the other tabs. */
  signOut: () => Promise<{ revoked: boolean }>
}
