import * as is from './validators.ts'
import type { Answer, AnswerKind, Answers } from './messages.ts'

const attributes = is.isRecordOf(is.isString)

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

/** The rest of the boundary: apart from `requests.ts`, because nobody answers on the first page. */
export function isAnswer(value: unknown): value is Answer {
  return hasKind(value) && isAnswerKind(value.kind) && answers[value.kind](value)
}

const hasKind = is.isShape({ kind: is.isString })

function isAnswerKind(kind: string): kind is AnswerKind {
  return Object.hasOwn(answers, kind)
}
