/**
 * Every error that a command can reject with. Each code has one message in `src/i18n/en/`; a code without a
 * message does not compile.
 */
export type AuthErrorCode =
  /** Wrong password or unknown user, on purpose the same (OWASP Authentication Cheat Sheet). */
  | 'incorrectCredentials'
  | 'userDisabled'
  /** Locked for a while after repeated wrong passwords. */
  | 'tooManyAttempts'
  /** An hourly limit of Cognito: codes sent, codes tried, resets requested. */
  | 'limitExceeded'
  /** Throttled, per AWS account or per user. A retry shortly after works. */
  | 'tooManyRequests'
  | 'temporaryPasswordExpired'
  /** Not possible in the account's current status, for example a reset before the first sign-in. */
  | 'notAllowedNow'
  | 'codeMismatch'
  | 'codeExpired'
  | 'alreadyConfirmed'
  | 'passwordTooWeak'
  /** Threat protection knows the password from a leak; it may meet every requirement of the pool. */
  | 'passwordCompromised'
  | 'passwordUsedBefore'
  | 'usernameTaken'
  /** The email address or phone number belongs to another, confirmed account. */
  | 'aliasTaken'
  | 'signUpClosed'
  /** No verified email address or phone number to send a reset code to. */
  | 'noRecoveryAddress'
  | 'codeDeliveryFailed'
  /** Cognito refused one of the values; `field` names it where Cognito did. */
  | 'invalidInput'
  /** A value is longer than the pool allows; `field` names it. */
  | 'tooLong'
  /** The sign-in took longer than the pool allows, or a challenge was answered twice. */
  | 'challengeExpired'
  /** As `challengeExpired`, but the step has been restarted: the user answers the new challenge. */
  | 'startedAgain'
  /** As `startedAgain`, because Cognito has forgotten this device. */
  | 'deviceForgotten'
  /** This code of the authenticator app was used before; the next one will work. */
  | 'codeUsed'
  /** A sensitive action whose user has to be verified again first. */
  | 'recentSignInRequired'
  /** The answer to an earlier try got lost, and nothing tells whether that try has worked. */
  | 'mayHaveWorked'
  /** The step-up has succeeded, but the new tokens do not have the authentication level that it was for. */
  | 'levelNotReached'
  /** No challenge of this kind is pending, for example after another tab has signed in. */
  | 'nothingToAnswer'
  /** The command needs a signed-in user, and this one is not signed in (any more). */
  | 'notSignedIn'
  | 'notPermitted'
  /** The access token of this sign-in lacks the scope for account actions, `aws.cognito.signin.user.admin`. */
  | 'insufficientScope'
  /** The team's own API answered 403. `detail` is its message, `field` the scopes that the token lacks. */
  | 'apiForbidden'
  /** The device, passkey or session that the command is about does not exist any more. */
  | 'gone'
  /** The pool cannot use this kind of passkey. */
  | 'passkeyNotAccepted'
  /** A Lambda trigger of the pool refused; `detail` is its message, if it has one. */
  | 'refusedByPool'
  /** The pool, its client or its tier does not support this. Details are for the operator. */
  | 'misconfigured'
  /** Blocked by AWS WAF in front of the pool, or by threat protection. */
  | 'blocked'
  /** The user or the identity provider refused the federated sign-in (`access_denied`). */
  | 'federationDenied'
  /** The federated sign-in failed for a reason that the user cannot change. */
  | 'federationFailed'
  /** The browser blocks storage for this site, and the command needs it to outlive the page. */
  | 'storageBlocked'
  /** The browser lacks or blocks something that no sign-in can do without; `detail` is its name. */
  | 'unsupportedBrowser'
  /** The vault's script has not arrived. The vault may still start. */
  | 'notLoaded'
  | 'network'
  | 'timeout'
  | 'serviceUnavailable'
  | 'unexpected'

/** An `AuthError` as it crosses from the vault to the page. */
export interface AuthErrorData {
  code: AuthErrorCode
  /** A member or attribute name, in Cognito's spelling: `Password`, `email`, `custom:team`. */
  field?: string
  /** A message of a trigger or of the API. The page shows it for some codes only. */
  detail?: string
  /** `x-amzn-RequestId` of the response, for support requests. */
  requestId?: string
}
