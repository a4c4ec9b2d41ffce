import { accountActions, isAccountAction } from '#vault/protocol/accountActions.ts'
import type { AuthErrorCode, AuthErrorData } from '#vault/protocol/errors.ts'
import { unmodelledCode } from './unmodelledCode.ts'
import type { CognitoException } from './vaultError.ts'

type Rule = AuthErrorCode | ((exception: CognitoException) => AuthErrorCode)

/** The first match wins. The messages are Cognito's; where it has changed one over the years, all are listed. */
function byMessage(patterns: [RegExp, AuthErrorCode][], fallback: AuthErrorCode): Rule {
  return ({ message }) => patterns.find(([pattern]) => pattern.test(message))?.[1] ?? fallback
}

/** Actions that a token authorizes. Their NotAuthorizedException means that the token has expired or was revoked. */
const tokenOperations: ReadonlySet<string> = new Set([
  ...accountActions,
  'ConfirmDevice',
  'DeleteUser',
  'GetTokensFromRefreshToken',
  'GlobalSignOut',
  'RevokeToken',
])
const codeOperations: ReadonlySet<string> = new Set(['ConfirmSignUp', 'ConfirmForgotPassword'])

/**
 * Code for each exception that AWS's model lists for an action the vault calls. A test reads the model and fails
 * on one that is missing here.
 */
const rules: Record<string, Rule> = {
  AliasExistsException: 'aliasTaken',
  CodeDeliveryFailureException: 'codeDeliveryFailed',
  CodeMismatchException: 'codeMismatch',
  ConcurrentModificationException: 'tooManyRequests',
  // A device is confirmed twice only after a lost response, which `confirmDevice` handles.
  DeviceKeyExistsException: 'unexpected',
  EnableSoftwareTokenMFAException: 'codeMismatch',
  ExpiredCodeException: byMessage([[/already been used/, 'codeUsed']], 'codeExpired'),
  FeatureUnavailableInTierException: 'misconfigured',
  ForbiddenException: 'blocked',
  InternalErrorException: 'serviceUnavailable',
  InvalidEmailRoleAccessPolicyException: 'codeDeliveryFailed',
  InvalidLambdaResponseException: 'serviceUnavailable',
  InvalidParameterException: byMessage(
    [
      [/no registered\/verified/, 'noRecoveryAddress'],
      [/no longer than \d+ characters/, 'tooLong'],
      [/already confirmed/, 'alreadyConfirmed'],
      [/not enabled for (the|this) client|not supported/, 'misconfigured'],
      // From SetUserMFAPreference, where the pool's FactorConfiguration is SINGLE_FACTOR.
      [/WebAuthn MFA is not enabled/, 'misconfigured'],
    ],
    'invalidInput',
  ),
  // "Provided password cannot be used for security reasons.": threat protection knows it from a leak. It may well meet
  // every requirement of the pool.
  InvalidPasswordException: byMessage(
    [[/security reasons/, 'passwordCompromised']],
    'passwordTooWeak',
  ),
  InvalidSmsRoleAccessPolicyException: 'codeDeliveryFailed',
  InvalidSmsRoleTrustRelationshipException: 'codeDeliveryFailed',
  InvalidUserPoolConfigurationException: 'misconfigured',
  LimitExceededException: 'limitExceeded',
  MFAMethodNotFoundException: 'misconfigured',
  NotAuthorizedException: ({ operation, message }) => {
    if (operation === 'ChangePassword' && /^Incorrect|exceeded/.test(message)) {
      return message.startsWith('Incorrect') ? 'incorrectCredentials' : 'tooManyAttempts'
    }
    if (/unauthorized attribute/.test(message)) return 'notPermitted'
    // The client has a secret, which a site cannot keep. Says nothing about the session.
    if (/secret/.test(message)) return 'misconfigured'
    // "Access Token does not have required scopes": a new token of the same sign-in would not have them either.
    if (/required scopes/.test(message)) return 'insufficientScope'
    // An authenticator app is set up with an access token, or with the session of a sign-in.
    if (tokenOperations.has(operation) && !/session/.test(message)) return 'notSignedIn'
    return (
      notAuthorized.find(([pattern]) => pattern.test(message))?.[1] ??
      (codeOperations.has(operation) ? 'notAllowedNow' : 'notPermitted')
    )
  },
  // Sessions are not tracked; or an action that a replica of the pool in another region does not serve, for now.
  OperationNotEnabledException: ({ operation }) =>
    operation.includes('UserSession') ? 'misconfigured' : 'serviceUnavailable',
  PasswordHistoryPolicyViolationException: 'passwordUsedBefore',
  PasswordResetRequiredException: 'notAllowedNow',
  RefreshTokenReuseException: 'notSignedIn',
  // A device that Cognito has forgotten: the sign-in starts again without it.
  ResourceNotFoundException: ({ operation, message }) => {
    // The client of the token, not what the action is about.
    if (message.startsWith('User pool client')) return 'misconfigured'
    if (isAccountAction(operation)) return 'gone'
    return message.startsWith('Device does not exist') ? 'challengeExpired' : 'misconfigured'
  },
  SoftwareTokenMFANotFoundException: 'misconfigured',
  TooManyFailedAttemptsException: 'limitExceeded',
  TooManyRequestsException: 'tooManyRequests',
  UnauthorizedException: 'misconfigured',
  UnexpectedLambdaException: 'serviceUnavailable',
  UnsupportedOperationException: 'misconfigured',
  UnsupportedTokenTypeException: 'misconfigured',
  UserLambdaValidationException: 'refusedByPool',
  UserNotConfirmedException: 'notAllowedNow',
  // Only sent by a client without PreventUserExistenceErrors. The page must not reveal it.
  UserNotFoundException: ({ operation }) => {
    if (tokenOperations.has(operation)) return 'notSignedIn'
    return codeOperations.has(operation) ? 'codeMismatch' : 'incorrectCredentials'
  },
  UsernameExistsException: 'usernameTaken',
  // From CompleteWebAuthnRegistration.
  WebAuthnChallengeNotFoundException: 'challengeExpired',
  WebAuthnClientMismatchException: 'misconfigured',
  WebAuthnConfigurationMissingException: 'misconfigured',
  WebAuthnCredentialNotSupportedException: 'passkeyNotAccepted',
  WebAuthnNotEnabledException: 'misconfigured',
  WebAuthnOriginNotAllowedException: 'misconfigured',
  WebAuthnRelyingPartyMismatchException: 'misconfigured',
}

const notAuthorized: [RegExp, AuthErrorCode][] = [
  [/Incorrect username or password/, 'incorrectCredentials'],
  [/User is disabled/, 'userDisabled'],
  [/attempts exceeded/, 'tooManyAttempts'],
  [/Invalid session|session is expired|session can only be used once/, 'challengeExpired'],
  [/password has expired|account has expired/, 'temporaryPasswordExpired'],
  [/status is CONFIRMED|status is not UNCONFIRMED/, 'alreadyConfirmed'],
  [/SignUp is not permitted/, 'signUpClosed'],
  [/cannot be reset in the current state|Contact administrator/, 'notAllowedNow'],
  [/verification not turned on/, 'misconfigured'],
  [/security reasons/, 'blocked'],
]

/**
 * Maps an exception to what the page is told. `detail` is set only for a message that is meant for users.
 * @param status of the response: tells what an exception is about that is not in the model.
 */
export function readException(exception: CognitoException, status = 400): AuthErrorData {
  const rule = rules[exception.type] ?? unmodelledCode(status, exception.type)
  const code = typeof rule === 'function' ? rule(exception) : rule
  const data: AuthErrorData = { code }
  const field = fieldIn(exception.message)
  if ((code === 'invalidInput' || code === 'tooLong') && field !== undefined) data.field = field
  const detail = code === 'refusedByPool' ? triggerMessage(exception.message) : undefined
  if (detail !== undefined) data.detail = detail
  if (exception.requestId !== undefined) data.requestId = exception.requestId
  return data
}

/** For the test that reads AWS's model. */
export function isMapped(type: string): boolean {
  return Object.hasOwn(rules, type)
}

/** Reads `Not on the list` from `PreSignUp failed with error Not on the list.` */
function triggerMessage(message: string): string | undefined {
  return /^\w+ failed with error (.*?)\.?$/s.exec(message)?.[1]?.trim() || undefined
}

/** Attributes by their SCIM path, which schema errors have, where the two differ. */
const scimNames: Record<string, string> = {
  'name.familyName': 'family_name',
  'name.givenName': 'given_name',
  'name.middleName': 'middle_name',
  'name.formatted': 'name',
}

/** Reads which member or attribute a refusal is about, if its message says so. */
function fieldIn(message: string): string | undefined {
  const found =
    /Attributes did not conform to the schema: ([\w.:]+?): /.exec(message) ??
    /Type for attribute \{([\w:]+)\}/.exec(message) ??
    /at '([\w.]+)' failed to satisfy/.exec(message) ??
    /^user\.([\w:]+):/.exec(message) ??
    /non-mutable attribute ([\w:]+)/.exec(message)
  const name = found?.[1]
  if (name !== undefined) return scimNames[name] ?? name
  if (/phone number format/i.test(message)) return 'phone_number'
  if (/email address format|should be an email/i.test(message)) return 'email'
  return undefined
}
