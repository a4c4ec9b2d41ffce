import { isAnswer } from './isAnswer.ts'
import * as is from './validators.ts'
import type { SignInCommands, SignInCommandName, SignInCommand } from './commands.ts'

const nothing = is.isShape({})

const inputs: { [Name in SignInCommandName]: is.Guard<SignInCommands[Name]['input']> } = {
  signIn: is.isShape(
    { username: is.isString, password: is.isString, keepSignedIn: is.isBoolean },
    { custom: is.isBoolean },
  ),
  identify: is.isShape(
    { username: is.isString, keepSignedIn: is.isBoolean },
    { preferred: is.isOneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'CUSTOM_AUTH') },
  ),
  signUp: is.isShape(
    { username: is.isString, attributes: is.isRecordOf(is.isString) },
    { password: is.isString },
  ),
  forgotPassword: is.isShape({ username: is.isString }),
  resendCode: nothing,
  answer: isAnswer,
  tryAnotherMethod: nothing,
  offerPasskey: is.isShape({ username: is.isString, keepSignedIn: is.isBoolean }),
  takePasskey: is.isShape({ credential: is.isString }),
  reauthenticate: is.isShape({ password: is.isString }),
  signOutElsewhere: is.isShape({ password: is.isString }),
  proveAgain: is.isShape({ maxAgeSeconds: is.isNumber }, { acrValues: is.isString }),
  answerReauthentication: isAnswer,
  federate: is.isShape({
    domain: is.isString,
    scopes: is.isArrayOf(is.isString),
    provider: is.isString,
    redirectUri: is.isString,
    keepSignedIn: is.isBoolean,
    returnTo: is.isString,
  }),
  finishFederation: is.isShape({ query: is.isString }),
}

/** The rest of the boundary, for the commands in `lateCommands.ts`. */
export function isSignInCommand(request: SignInCommand): boolean {
  return Object.hasOwn(inputs, request.name) && inputs[request.name](request.input)
}
