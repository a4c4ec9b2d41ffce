import type { PortalConfig } from '#config/portalConfig.ts'

/**
 * Why nobody is signed in. Absent when nobody was. After `confirmed` and `passwordReset` the account is
 * ready, but it could not be signed in to from here at once, so the person does.
 */
export type SignedOutReason =
  | 'signedOutHere'
  | 'signedOutElsewhere'
  | 'sessionExpired'
  | 'confirmed'
  | 'passwordReset'

/** Where a code was sent, masked by Cognito (`a***@e***`). */
export interface CodeDelivery {
  destination: string
  medium: 'EMAIL' | 'SMS'
}

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

/** `GetUser`'s answer: the account as Cognito has it now. */
export interface Account {
  username: string
  /** Attribute name to value; all values are strings, as Cognito sends them. */
  attributes: Record<string, string>
}

/** A `Challenge` without its functions: what crosses to the page. */
export type ChallengeSnapshot =
  | { kind: 'confirmSignUp'; username: string; delivery?: CodeDelivery; codeLength: number }
  | {
      kind: 'resetPassword'
      username: string
      required: boolean
      delivery?: CodeDelivery
      codeLength: number
    }
  | { kind: 'newPassword'; username: string; requiredAttributes: string[] }
  | { kind: 'unsupported'; username: string; challengeName: string }

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
  run: string
  /** The step a reload would otherwise lose. */
  pending?: Extract<ChallengeSnapshot, { kind: 'confirmSignUp' | 'resetPassword' }>
}

/** The part of the config that concerns the vault. */
export type VaultConfig = Pick<PortalConfig, 'cognito' | 'session'>

/** Every command the page may give. Name to input and answer. */
export interface Commands {
  /** First and once. Answers when the session of this browser, if there is one, has been restored. */
  start: { input: { config: VaultConfig; tab: TabMemory }; answer: void }
  /** Loads the SRP library and computes ahead what does not depend on the password. */
  prepareSignIn: { input: Record<never, never>; answer: void }
  signIn: { input: { username: string; password: string; keepSignedIn: boolean }; answer: void }
  signUp: {
    input: { username: string; password: string; attributes: Record<string, string> }
    answer: void
  }
  confirmSignUp: { input: { code: string }; answer: void }
  forgotPassword: { input: { username: string }; answer: void }
  resetPassword: { input: { code: string; newPassword: string }; answer: void }
  resendCode: { input: Record<never, never>; answer: CodeDelivery | undefined }
  setNewPassword: {
    input: { newPassword: string; attributes: Record<string, string> }
    answer: void
  }
  /** Of this user: another tab may have brought somebody else by the time the command is carried out. */
  getAccount: { input: { userId: string }; answer: Account }
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
  | { type: 'snapshot'; snapshot: Snapshot; tab: TabMemory }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'error'; id: number; error: AuthErrorData }
  /** The vault could not be started, or died: nothing will be answered any more. */
  | { type: 'failed' }

/**
 * Everything that can go wrong when a person talks to Cognito, as a closed list.
 *
 * Each code has exactly one sentence in `#i18n/en.ts`; a code without a sentence does not compile.
 */
export type AuthErrorCode =
  /** Wrong password, or no such user: deliberately the same (OWASP Authentication Cheat Sheet). */
  | 'incorrectCredentials'
  | 'userDisabled'
  /** Locked for a while after repeated wrong passwords. */
  | 'tooManyAttempts'
  /** An hourly limit of Cognito's: codes sent, codes tried, resets asked for. */
  | 'limitExceeded'
  /** Throttled, per account or per user. Trying again shortly works. */
  | 'tooManyRequests'
  | 'temporaryPasswordExpired'
  /** The account exists but may not do this now, for example a reset before the first sign-in. */
  | 'notAllowedNow'
  | 'codeMismatch'
  | 'codeExpired'
  | 'alreadyConfirmed'
  | 'passwordTooWeak'
  | 'passwordUsedBefore'
  | 'usernameTaken'
  /** The e-mail address or phone number belongs to another, confirmed account. */
  | 'aliasTaken'
  | 'signUpClosed'
  /** No verified e-mail address or phone number to send a reset code to. */
  | 'noRecoveryAddress'
  | 'codeDeliveryFailed'
  /** Cognito refused one of the values; `field` names it where Cognito did. */
  | 'invalidInput'
  /** The steps of a sign-in took longer than the pool allows, or were answered twice. */
  | 'challengeExpired'
  /** The answer came when nothing was asked, for example after another tab signed in. */
  | 'nothingToAnswer'
  /** What was asked needs a signed-in user and there is none (any more). */
  | 'notSignedIn'
  | 'notPermitted'
  /** A Lambda trigger of the pool said no; `detail` is what it said, if it said something. */
  | 'refusedByPool'
  /** The pool, its client or its tier is set up in a way that cannot work. */
  | 'misconfigured'
  /** A firewall in front of the pool (AWS WAF) or threat protection. */
  | 'blocked'
  | 'network'
  | 'timeout'
  | 'serviceUnavailable'
  | 'unexpected'

/** The plain form of an `AuthError`, as it crosses from the vault to the page. */
export interface AuthErrorData {
  code: AuthErrorCode
  /** A member or attribute name, in Cognito's spelling: `Password`, `email`, `custom:team`. */
  field?: string
  /** What a trigger or the service said; shown only where the code says it may be. */
  detail?: string
  /** `x-amzn-RequestId` of the answer, for a support desk. */
  requestId?: string
}

/**
 * One end of a channel: a `Worker`, a worker's `self` or a `MessagePort` alike.
 * Setting `onmessage` starts it.
 */
export interface Port<Out, In> {
  postMessage: (message: Out) => void
  onmessage: ((event: MessageEvent<In>) => void) | null
}
