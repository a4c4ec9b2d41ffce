type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider')

/** Every exception in AWS's model, taken from the SDK, so that a misspelt name does not compile. */
type ModelledException = Exclude<
  Extract<keyof Sdk, `${string}Exception`>,
  'CognitoIdentityProviderServiceException'
>

/** Protocol errors, which precede any operation. */
type ProtocolException =
  | 'IncompleteSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException'

export type ErrorType = ModelledException | ProtocolException

/**
 * Error response of the API. AWS answers 400 to every client error, whatever the model's
 * `httpError` traits say, and 500 to `InternalErrorException` only. Without a message the body has
 * no `message` member, as on AWS.
 */
export class CognitoError extends Error {
  override readonly name = 'CognitoError'
  readonly type: ErrorType
  readonly status: number

  constructor(
    type: ErrorType,
    message?: string,
    status = type === 'InternalErrorException' ? 500 : 400,
  ) {
    super(message)
    this.type = type
    this.status = status
  }
}

export const notAuthorized = (message?: string) =>
  new CognitoError('NotAuthorizedException', message)

export const invalidParameter = (message: string) =>
  new CognitoError('InvalidParameterException', message)

export const userNotConfirmed = () =>
  new CognitoError('UserNotConfirmedException', 'User is not confirmed.')

export const passwordResetRequired = () =>
  new CognitoError('PasswordResetRequiredException', 'Password reset required for the user')

export const resourceNotFound = (message: string) =>
  new CognitoError('ResourceNotFoundException', message)

/**
 * One text for a wrong password, a wrong proof and, where account existence is concealed, an
 * unknown user.
 */
export const incorrectUsernameOrPassword = () => notAuthorized('Incorrect username or password.')
