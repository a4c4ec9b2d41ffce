import type { PortalConfig } from '#config/portalConfig.ts'
import type { UserAttributes } from './accountActions.ts'
import type { ChallengeSnapshot } from './challenges.ts'
import type { AuthErrorData } from './errors.ts'

/**
 * Why the user is signed out. After `confirmed` and `passwordReset` the account is ready, but the user has to
 * sign in by hand.
 */
export type SignedOutReason =
  | 'signedOutHere'
  | 'signedOutElsewhere'
  | 'sessionExpired'
  /** Nobody has used the tabs for `session.idleMinutes`. */
  | 'idle'
  /** `session.maxHours` are over. */
  | 'sessionLimit'
  /** Ended by the user on another device, or by an administrator. */
  | 'revoked'
  | 'accountDeleted'
  | 'confirmed'
  | 'passwordReset'
  /** A challenge was not answered: the page was reloaded, or it took too long. */
  | 'interrupted'

/** The part of a session that the page may know: claims, never a token. Times are epoch milliseconds. */
export interface SessionClaims {
  /** `sub`: never changes, never reused. */
  userId: string
  /** `cognito:username`; a UUID in pools where users sign in with their email address. */
  username: string
  email?: string
  /** `cognito:groups`. */
  groups: string[]
  /** `auth_time`: when the user last signed in or was verified again. */
  signedInAt: number
  accessIssuedAt: number
  /** When the access token ends. It is renewed before that, silently. */
  accessExpiresAt: number
  /** When the refresh token ends and the user must sign in again; absent if the config does not say. */
  sessionEndsAt?: number
  /** When the user is signed out for being away; set from the moment at which they have to be warned. */
  idleEndsAt?: number
  /** Whether the session began over the pool's domain, so that signing out has to end the one there, too. */
  beganOverDomain: boolean
}

/** Without a `reason` there was no session. `username` fills in the sign-in form. */
export interface SignedOut {
  status: 'signedOut'
  reason?: SignedOutReason
  username?: string
  /** Set as long as Cognito has still to be told to end a session that has ended here. */
  revocationPending?: true
  /** Whether this browser keeps no session beyond its page, although the config allows it. */
  losesSessions?: boolean
}

export interface SignedIn {
  status: 'signedIn'
  session: SessionClaims
  /** Those of GetUser, once: in the first snapshot after a sign-in. */
  userAttributes?: UserAttributes
  /** Those of an earlier GetUser, once: in the first snapshot after a reload. They may have changed since. */
  keptAttributes?: UserAttributes
}

/** State of the vault as the page sees it. Sent at every change, before the answer to the command that made it. */
export type Snapshot = SignedOut | { status: 'challenge'; challenge: ChallengeSnapshot } | SignedIn

/** What one tab stores in its `sessionStorage`, to survive its own reload. Nothing in it is secret. */
export interface TabMemory {
  /**
   * Random, shared by the tabs that were open together. A session that is not to outlive the browser
   * is restored only with the same id (docs/decisions/0004).
   */
  browserSessionId: string
  /** The challenge to show again after a reload. */
  pending?: Extract<ChallengeSnapshot, { kind: 'confirmSignUp' | 'resetPassword' }>
  /** Username of a sign-in that a reload loses. */
  interrupted?: string
}

/** The part of the config that the vault reads. */
export type VaultConfig = Pick<PortalConfig, 'api' | 'cognito' | 'session'> & {
  signIn: Pick<
    PortalConfig['signIn'],
    'acrValues' | 'flow' | 'passkeys' | 'passkeyMfa' | 'recentMinutes'
  >
}

/** Vault to page. A snapshot comes with what the tab has to store from now on. */
export type Reply =
  | { kind: 'snapshot'; snapshot: Snapshot; tab: TabMemory }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'error'; id: number; error: AuthErrorData }
  /** The vault's script did not arrive, or has crashed. No answer will come, unless it is only late. */
  | { kind: 'failed'; code: 'notLoaded' | 'unexpected' }

/**
 * One end of a channel: a `Worker`, a worker's `self` or a `MessagePort` alike.
 * Setting `onmessage` starts it.
 */
export interface Port<Out, In> {
  postMessage: (message: Out) => void
  onmessage: ((event: MessageEvent<In>) => void) | null
}
