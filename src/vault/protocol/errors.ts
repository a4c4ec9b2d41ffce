/**
 * Everything that can go wrong when a person talks to Cognito, as a closed list.
 *
 * Each code has exactly one sentence in `src/i18n/en/`; a code without a sentence does not compile.
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
  /** The same, because it is longer than the pool allows. */
  | 'tooLong'
  /** The steps of a sign-in took longer than the pool allows, or were answered twice. */
  | 'challengeExpired'
  /** The same, but the step could be begun anew: what is asked for now is asked afresh. */
  | 'startedAgain'
  /** The same, since Cognito has forgotten this device: nobody took too long. */
  | 'deviceForgotten'
  /** That code of an authenticator app was used already; the next one will do. */
  | 'codeUsed'
  /** The answer came when nothing was asked, for example after another tab signed in. */
  | 'nothingToAnswer'
  /** What was asked needs a signed-in user and there is none (any more). */
  | 'notSignedIn'
  | 'notPermitted'
  /**
   * The team's own API answered 403: `detail` is what it said, `field` the scopes that the token lacks,
   * where it said so.
   */
  | 'apiForbidden'
  /** What it was about is not there any more: a device forgotten, a session ended. */
  | 'gone'
  /** The pool cannot use this kind of passkey. */
  | 'passkeyNotAccepted'
  /** A Lambda trigger of the pool said no; `detail` is what it said, if it said something. */
  | 'refusedByPool'
  /** The pool, its client or its tier is set up in a way that cannot work. */
  | 'misconfigured'
  /** A firewall in front of the pool (AWS WAF) or threat protection. */
  | 'blocked'
  /** Somebody else's account: the person, or the provider, said no there. */
  | 'federationDenied'
  /** Somebody else's account: it did not come to a sign-in, for a reason that is not the person's. */
  | 'federationFailed'
  /** The browser lets this site keep nothing, and what was asked for has to outlive the page. */
  | 'storageBlocked'
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
