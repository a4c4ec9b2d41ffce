import type {
  Account,
  CodeDelivery,
  SessionClaims,
  SignedOut,
  SignedOutReason,
} from '#vault/messages.ts'

export type { SignedOutReason }

/** Where this browser stands with Cognito: always exactly one of these. */
export type AuthState =
  | SignedOut
  | { status: 'challenge'; challenge: Challenge }
  | { status: 'signedIn'; session: Session }

/** What Cognito asks before it admits someone. Each carries the one thing that answers it. */
export type Challenge =
  | ConfirmSignUpChallenge
  | ResetPasswordChallenge
  | NewPasswordChallenge
  | UnsupportedChallenge

interface ChallengeBase {
  /** The name that was typed, to show and to keep for password managers. */
  username: string
}

/** The account exists but its e-mail address or phone number is not confirmed yet. */
export interface ConfirmSignUpChallenge extends ChallengeBase {
  kind: 'confirmSignUp'
  /** Absent when Cognito did not say, and after a reload. */
  delivery?: CodeDelivery
  codeLength: number
  /** Confirms and, while the password is still known to the vault, signs in. Otherwise ends signed out. */
  submitCode: (code: string) => Promise<void>
  resend: () => Promise<CodeDelivery | undefined>
}

/** A code was sent (if such an account exists); with it a new password may be chosen. */
export interface ResetPasswordChallenge extends ChallengeBase {
  kind: 'resetPassword'
  /** True when an administrator demanded the reset, false when the person asked for it. */
  required: boolean
  delivery?: CodeDelivery
  codeLength: number
  /** Sets the password and signs in with it. */
  submit: (code: string, newPassword: string) => Promise<void>
  resend: () => Promise<CodeDelivery | undefined>
}

/** NEW_PASSWORD_REQUIRED: the first sign-in of an invited user. */
export interface NewPasswordChallenge extends ChallengeBase {
  kind: 'newPassword'
  /** Attribute names the pool still requires, without the `userAttributes.` prefix. */
  requiredAttributes: string[]
  setPassword: (newPassword: string, attributes: Record<string, string>) => Promise<void>
}

/** Something this version has no screen for. Named, so that a person can tell their support desk. */
export interface UnsupportedChallenge extends ChallengeBase {
  kind: 'unsupported'
  challengeName: string
}

/** Proof of having signed in. Only `signedIn` has one, so only a guarded page can hold it. */
export interface Session extends SessionClaims {
  /** The person's own attributes, read from Cognito now (`GetUser`). */
  getAccount: () => Promise<Account>
  /** Revokes the refresh token at Cognito and forgets everything here and in the other tabs. */
  signOut: () => Promise<{ revoked: boolean }>
}
