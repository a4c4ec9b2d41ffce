import { describe, expect, it } from 'vitest'
import { readException } from './exceptions.ts'

function refused(operation: string, type: string, message: string) {
  return readException({ operation, type, message, requestId: undefined })
}

describe("Cognito's exceptions", () => {
  it.each([
    [
      'InitiateAuth',
      'NotAuthorizedException',
      'Incorrect username or password.',
      'incorrectCredentials',
    ],
    // A replica region does not serve every action. Only of sessions does it mean that they are not tracked.
    ['SignUp', 'OperationNotEnabledException', 'Operation is not enabled.', 'serviceUnavailable'],
    ['ListUserSessions', 'OperationNotEnabledException', '', 'misconfigured'],
    ['InitiateAuth', 'UserNotFoundException', 'User does not exist.', 'incorrectCredentials'],
    ['InitiateAuth', 'NotAuthorizedException', 'User is disabled.', 'userDisabled'],
    [
      'RespondToAuthChallenge',
      'NotAuthorizedException',
      'Password attempts exceeded',
      'tooManyAttempts',
    ],
    [
      'RespondToAuthChallenge',
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
      'challengeExpired',
    ],
    [
      'RespondToAuthChallenge',
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
      'temporaryPasswordExpired',
    ],
    [
      'ConfirmSignUp',
      'NotAuthorizedException',
      'User cannot be confirmed. Current status is CONFIRMED',
      'alreadyConfirmed',
    ],
    [
      'ConfirmSignUp',
      'UserNotFoundException',
      'Username/client id combination not found.',
      'codeMismatch',
    ],
    [
      'ResendConfirmationCode',
      'InvalidParameterException',
      'User is already confirmed.',
      'alreadyConfirmed',
    ],
    [
      'SignUp',
      'NotAuthorizedException',
      'SignUp is not permitted for this user pool',
      'signUpClosed',
    ],
    [
      'ForgotPassword',
      'InvalidParameterException',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
      'noRecoveryAddress',
    ],
    [
      'ForgotPassword',
      'NotAuthorizedException',
      'User password cannot be reset in the current state.',
      'notAllowedNow',
    ],
    ['GetTokensFromRefreshToken', 'NotAuthorizedException', '', 'notSignedIn'],
    ['GetUser', 'NotAuthorizedException', 'Access Token has been revoked', 'notSignedIn'],
    [
      'InitiateAuth',
      'InvalidParameterException',
      'USER_SRP_AUTH is not enabled for the client.',
      'misconfigured',
    ],
    [
      'RespondToAuthChallenge',
      'ResourceNotFoundException',
      'Device does not exist.',
      'challengeExpired',
    ],
    [
      'InitiateAuth',
      'ResourceNotFoundException',
      'User pool client us-east-1_0 does not exist.',
      'misconfigured',
    ],
    ['UpdateDeviceStatus', 'NotAuthorizedException', 'Access Token has expired', 'notSignedIn'],
    [
      'GetUser',
      'NotAuthorizedException',
      'Access Token does not have required scopes',
      'insufficientScope',
    ],
    [
      'SignUp',
      'InvalidPasswordException',
      'Provided password cannot be used for security reasons.',
      'passwordCompromised',
    ],
    [
      'ChangePassword',
      'InvalidPasswordException',
      'Password did not conform with policy: Password not long enough',
      'passwordTooWeak',
    ],
    ['SignUp', 'SomethingNewException', 'What is this?', 'unexpected'],
  ])('reads %s %s "%s" as %s', (operation, type, message, code) => {
    expect(refused(operation, type, message).code).toBe(code)
  })

  it.each([
    [
      'Attributes did not conform to the schema: name.familyName: The attribute name.familyName is required',
      'family_name',
    ],
    [
      'Attributes did not conform to the schema: preferred_username: The attribute is required\n',
      'preferred_username',
    ],
    [
      'Attributes did not conform to the schema: custom:team: The attribute is required\n',
      'custom:team',
    ],
    ['user.birthdate: String must be no longer than 10 characters\n', 'birthdate'],
    ['Invalid phone number format.', 'phone_number'],
    ['Invalid email address format.', 'email'],
    [
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 256",
      'password',
    ],
  ])('names the field in "%s"', (message, field) => {
    expect(refused('SignUp', 'InvalidParameterException', message)).toMatchObject({
      code: message.includes('no longer than') ? 'tooLong' : 'invalidInput',
      field,
    })
  })

  it("passes on the message of a trigger without Cognito's prefix", () => {
    const data = refused(
      'SignUp',
      'UserLambdaValidationException',
      'PreSignUp failed with error Not on the list.',
    )
    expect(data).toEqual({ code: 'refusedByPool', detail: 'Not on the list' })
  })
})
