import * as is from './guards.ts'
import type { Answer, AnswerKind, Answers, CommandName, Commands, Request } from './messages.ts'

type Inputs = { [Name in CommandName]: is.Guard<Commands[Name]['input']> }

const nothing = is.isShape({})
const attributes = is.isRecordOf(is.isString)
const delivery = is.isShape({ destination: is.isString, medium: is.isOneOf('EMAIL', 'SMS') })

/** A step that this version knows. Checked by itself: one that another version remembered is dropped. */
export const isPending = is.isEither(
  is.isShape(
    { kind: is.isOneOf('confirmSignUp'), username: is.isString, codeLength: is.isNumber },
    { delivery },
  ),
  is.isShape(
    {
      kind: is.isOneOf('resetPassword'),
      username: is.isString,
      required: is.isBoolean,
      codeLength: is.isNumber,
    },
    { delivery },
  ),
)

const isMethod = is.isOneOf(
  'PASSWORD',
  'EMAIL_OTP',
  'SMS_OTP',
  'WEB_AUTHN',
  'SMS_MFA',
  'SOFTWARE_TOKEN_MFA',
)
const code = is.isShape({ code: is.isString })

/** What answers each challenge. One without a guard does not compile. */
const answers: { [Kind in AnswerKind]: is.Guard<Answers[Kind]> } = {
  confirmSignUp: code,
  resetPassword: is.isShape({ code: is.isString, newPassword: is.isString }),
  newPassword: is.isShape({ newPassword: is.isString, attributes }),
  totpCode: code,
  sentCode: code,
  password: is.isShape({ password: is.isString }),
  passkey: is.isShape({ credential: is.isString }),
  chooseMethod: is.isShape({ method: isMethod }),
  setUpTotp: is.isShape({ code: is.isString, deviceName: is.isString }),
  setUpEmail: is.isShape({ email: is.isString }),
  custom: is.isShape({ answer: is.isString }),
  trustDevice: is.isShape({ trust: is.isBoolean }),
}

function isAnswer(value: unknown): value is Answer {
  return hasKind(value) && isAnswerKind(value.kind) && answers[value.kind](value)
}

const hasKind = is.isShape({ kind: is.isString })

function isAnswerKind(kind: string): kind is AnswerKind {
  return Object.hasOwn(answers, kind)
}

/** What each command must bring. One without a guard does not compile. */
const inputs: Inputs = {
  start: is.isShape({
    config: is.isShape({
      cognito: is.isShape(
        { region: is.isString, userPoolId: is.isString, userPoolClientId: is.isString },
        { endpoint: is.isString },
      ),
      session: is.isShape(
        { storage: is.isOneOf('sealed', 'memory') },
        { refreshTokenValiditySeconds: is.isNumber },
      ),
    }),
    tab: is.isShape({ run: is.isString }),
  }),
  prepareSignIn: nothing,
  signIn: is.isShape(
    { username: is.isString, password: is.isString, keepSignedIn: is.isBoolean },
    { custom: is.isBoolean },
  ),
  identify: is.isShape(
    { username: is.isString, keepSignedIn: is.isBoolean },
    { preferred: is.isEither(isMethod, is.isOneOf('CUSTOM_AUTH')) },
  ),
  signUp: is.isShape({ username: is.isString, attributes }, { password: is.isString }),
  forgotPassword: is.isShape({ username: is.isString }),
  resendCode: nothing,
  answer: isAnswer,
  otherWay: nothing,
  getAccount: is.isShape({ userId: is.isString }),
  signOut: nothing,
}

export const hasId = is.isShape({ id: is.isNumber })

/** The boundary: nothing that is not one of these reaches the vault. */
export function isRequest(value: unknown): value is Request {
  if (!hasId(value) || !('name' in value) || !('input' in value)) return false
  const { name, input } = value
  return isCommandName(name) && inputs[name](input)
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(inputs, name)
}
