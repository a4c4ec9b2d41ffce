/** Boundary of the vault: a message that does not pass these checks reaches no handler. */
import { isAccountAction } from './accountActions.ts'
import type { Answer, AnswerKind, Answers } from './challenges.ts'
import type {
  AccountCommand,
  AccountCommandName,
  AccountCommands,
  CommandMessage,
  CommandName,
  Commands,
} from './commands.ts'
import * as is from './validators.ts'

const noInput = is.isShape({})

const isMethod = is.isOneOf(
  'PASSWORD',
  'EMAIL_OTP',
  'SMS_OTP',
  'WEB_AUTHN',
  'SMS_MFA',
  'SOFTWARE_TOKEN_MFA',
)

const code = is.isShape({ code: is.isString })

/** The answer to each challenge. One without a validator does not compile. */
const answers: { [Kind in AnswerKind]: is.Validator<Answers[Kind]> } = {
  confirmSignUp: code,
  resetPassword: is.isShape({ code: is.isString, newPassword: is.isString }),
  newPassword: is.isShape({
    newPassword: is.isString,
    attributes: is.isRecordOf(is.isString),
  }),
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

const hasKind = is.isShape(
  { kind: is.isString },
  { byLink: is.isOneOf(true), username: is.isString },
)

/** Also validates answers that arrive from another tab (`sign-in/mailLinks.ts`). */
export function isAnswer(value: unknown): value is Answer {
  return hasKind(value) && isKeyOf(answers, value.kind) && answers[value.kind](value)
}

/** The input of each account command. One without a validator does not compile. */
const accountInputs: {
  [Name in AccountCommandName]: is.Validator<AccountCommands[Name]['input']>
} = {
  callCognito: is.isShape({ action: isAccountAction, input: noInput }),
  claims: noInput,
  renewTokens: noInput,
  forgetDevice: is.isShape({ key: is.isString }),
  setMfaPreference: is.isShape(
    {},
    {
      factor: is.isOneOf('SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA', 'WEB_AUTHN_MFA'),
      enabled: is.isBoolean,
      preferred: is.isBoolean,
    },
  ),
  signOutEverywhere: noInput,
  deleteUser: noInput,
  fetch: is.isShape(
    {
      id: is.isString,
      url: is.isString,
      method: is.isString,
      headers: is.isArrayOf(isPair),
      isAbortable: is.isBoolean,
    },
    { body: isArrayBuffer },
  ),
  abortFetch: is.isShape({ id: is.isString }),
}

const isNamed = is.isShape({ name: is.isString, input: noInput })

function isAccountCommand(value: unknown): value is AccountCommand {
  return (
    isNamed(value) && isKeyOf(accountInputs, value.name) && accountInputs[value.name](value.input)
  )
}

/** The input of each command. One without a validator does not compile. */
const inputs: { [Name in CommandName]: is.Validator<Commands[Name]['input']> } = {
  start: is.isShape({
    config: is.isShape({
      api: is.isShape({ origins: is.isArrayOf(is.isString) }),
      cognito: is.isShape(
        { region: is.isString, userPoolId: is.isString, userPoolClientId: is.isString },
        { endpoint: is.isString },
      ),
      session: is.isShape(
        { storage: is.isOneOf('encrypted', 'memory') },
        {
          refreshTokenValiditySeconds: is.isNumber,
          idleMinutes: is.isNumber,
          maxHours: is.isNumber,
        },
      ),
      signIn: is.isShape(
        {
          flow: is.isOneOf('USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'),
          passkeys: is.isBoolean,
          recentMinutes: is.isNumber,
        },
        { acrValues: is.isString, passkeyMfa: is.isBoolean },
      ),
    }),
    tab: is.isShape({ browserSessionId: is.isString }),
  }),
  prepareSignIn: noInput,
  networkRestored: noInput,
  signOut: noInput,
  checkSession: is.isShape({ active: is.isBoolean }),
  account: is.isShape({ userId: is.isString, command: isAccountCommand }),
  signIn: is.isShape(
    { username: is.isString, password: is.isString, rememberMe: is.isBoolean },
    { custom: is.isBoolean },
  ),
  startUserAuth: is.isShape(
    { username: is.isString, rememberMe: is.isBoolean },
    { preferred: is.isOneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'CUSTOM_AUTH') },
  ),
  signUp: is.isShape(
    { username: is.isString, attributes: is.isRecordOf(is.isString) },
    { password: is.isString },
  ),
  forgotPassword: is.isShape({ username: is.isString }),
  resendCode: noInput,
  answerChallenge: isAnswer,
  tryAnotherMethod: noInput,
  offerPasskey: is.isShape({ username: is.isString, rememberMe: is.isBoolean }),
  signInWithOfferedPasskey: is.isShape({ credential: is.isString }),
  reauthenticate: is.isShape({ password: is.isString }),
  signOutElsewhere: is.isShape({ password: is.isString }),
  stepUp: is.isShape({ maxAgeSeconds: is.isNumber }, { acrValues: is.isString }),
  answerReauthentication: isAnswer,
  startFederatedSignIn: is.isShape({
    domain: is.isString,
    scopes: is.isArrayOf(is.isString),
    provider: is.isString,
    redirectUri: is.isString,
    rememberMe: is.isBoolean,
    returnTo: is.isString,
  }),
  finishFederatedSignIn: is.isShape({ query: is.isString }),
}

export const hasId = is.isShape({ id: is.isNumber })

/** Checks a message from the page: the command's name and the shape of its input. */
export function isCommandMessage(value: unknown): value is CommandMessage {
  if (!hasId(value) || !isNamed(value)) return false
  return isKeyOf(inputs, value.name) && inputs[value.name](value.input)
}

function isKeyOf<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key)
}

function isPair(value: unknown): value is [string, string] {
  return is.isArrayOf(is.isString)(value) && value.length === 2
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return value instanceof ArrayBuffer
}
