import type { PortalConfig } from '#config/portalConfig.ts'
import type { ChallengeSnapshot } from './challenges.ts'
import type { AuthErrorData } from './errors.ts'
import type { SignInCommand } from './commands.ts'
import type { AccountCommand } from './accountCommands.ts'

export type {
  Answer,
  AnswerKind,
  Answers,
  ChallengeSnapshot,
  CodeDelivery,
  FirstFactor,
  LinkAnswer,
  Method,
  PasskeyOptions,
} from './challenges.ts'
export type { AuthErrorCode, AuthErrorData } from './errors.ts'
export type {
  SignInCommands,
  SignInCommandName,
  SignInCommand,
  Reauthentication,
} from './commands.ts'
export type { AccountAction, AccountActionOutput, AccountActionInput } from './accountActions.ts'
export type {
  AccountCommands,
  AccountCommandName,
  AccountCommand,
  TokenClaims,
} from './accountCommands.ts'

/**
 * Why nobody is signed in. Absent when nobody was. After `confirmed` and `passwordReset` the account is
 * ready, but it could not be signed in to from here at once, so the person does.
 */
export type SignedOutReason =
  | 'signedOutHere'
  | 'signedOutElsewhere'
  | 'sessionExpired'
  | 'accountDeleted'
  | 'confirmed'
  | 'passwordReset'
  /** A step was left unfinished: its page was reloaded, or it took too long. */
  | 'interrupted'

/** What the page may know of a session: claims, never a token. Times are epoch milliseconds. */
export interface SessionClaims {
  /** `sub`: never changes, never reused. */
  userId: string
  /** `cognito:username`; a UUID in pools where people sign in with their e-mail address. */
  username: string
  email?: string
  /** `cognito:groups`. */
  groups: string[]
  /** `auth_time`: when the person last proved who they are. */
  signedInAt: number
  accessIssuedAt: number
  /** When the access token ends. It is renewed before that, silently. */
  accessExpiresAt: number
  /** When the refresh token ends and the person must sign in again; absent if the config does not say. */
  sessionEndsAt?: number
}

/** `username` is who it was, to fill in the form. */
export interface SignedOut {
  status: 'signedOut'
  reason?: SignedOutReason
  username?: string
}

/** The vault's whole outward state. Sent to the page at every change, before the answer to the command that made it. */
export type Snapshot =
  | SignedOut
  | { status: 'challenge'; challenge: ChallengeSnapshot }
  | { status: 'signedIn'; session: SessionClaims }

/**
 * What one tab remembers over its own reload, kept in its `sessionStorage`. Nothing in it is secret.
 */
export interface TabMemory {
  /**
   * Names the run of the browser this tab belongs to. Random. A session that is not to be kept
   * belongs to one run and is not restored in another.
   */
  browserSessionId: string
  /** The step a reload would otherwise lose. */
  pending?: Extract<ChallengeSnapshot, { kind: 'confirmSignUp' | 'resetPassword' }>
  /** `Session` of SignUp, for the sign-in after `pending`. Of no use without the code from the mail. */
  signUpSession?: string
  /** Who was at a step that a reload does lose. */
  interrupted?: string
}

/** The part of the config that concerns the vault. */
export type VaultConfig = Pick<PortalConfig, 'api' | 'cognito' | 'session'> & {
  signIn: Pick<PortalConfig['signIn'], 'acrValues'>
}

/** Every command the page may give. Name to input and answer. */
export interface Commands {
  /** First and once. Answers when the session of this browser, if there is one, has been restored. */
  start: { input: { config: VaultConfig; tab: TabMemory }; answer: void }
  /** Computes ahead what of SRP does not depend on the password. */
  prepareSignIn: { input: Record<never, never>; answer: void }
  /** One of those in `ways/lateCommands.ts`. */
  late: { input: SignInCommand; answer: unknown }
  /** The same, of the user with this `sub`. Does not wait for other commands, nor they for it. */
  own: { input: { userId: string; request: AccountCommand }; answer: unknown }
  /** `revoked` is false when Cognito could not be told; here and in the other tabs it is over all the same. */
  signOut: { input: Record<never, never>; answer: { revoked: boolean } }
}

export type CommandName = keyof Commands

/** Page to vault. */
export type Request = {
  [Name in CommandName]: { id: number; name: Name; input: Commands[Name]['input'] }
}[CommandName]

/** Vault to page. A snapshot comes with what the tab is to remember from now on. */
export type Reply =
  | { kind: 'snapshot'; snapshot: Snapshot; tab: TabMemory }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'error'; id: number; error: AuthErrorData }
  /** The vault could not be started, or died: nothing will be answered any more. */
  | { kind: 'failed' }

/**
 * One end of a channel: a `Worker`, a worker's `self` or a `MessagePort` alike.
 * Setting `onmessage` starts it.
 */
export interface Port<Out, In> {
  postMessage: (message: Out) => void
  onmessage: ((event: MessageEvent<In>) => void) | null
}
