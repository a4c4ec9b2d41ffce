import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  record,
  string,
  tuple,
  uint8Array,
} from 'fast-check'
import { accountActions, isAccountAction } from '#vault/protocol/accountActions.ts'
import type { Answer, AnswerKind, Answers } from '#vault/protocol/challenges.ts'
import type {
  AccountCommand,
  AccountCommandName,
  AccountCommands,
  CommandName,
  Commands,
} from '#vault/protocol/commands.ts'

// Any valid message of the page to the vault. A command, a challenge or an input without one does not compile.

const text = string({ unit: 'binary' })
const flag = boolean()
const nothing = constant({})
const count = double({ noNaN: true, noDefaultInfinity: true })
const texts = array(text, { maxLength: 3 })
const byName = dictionary(text, text, { maxKeys: 3 })

export const answerInputs: { [Kind in AnswerKind]: Arbitrary<Answers[Kind]> } = {
  confirmSignUp: record({ code: text }),
  resetPassword: record({ code: text, newPassword: text }),
  newPassword: record({ newPassword: text, attributes: byName }),
  totpCode: record({ code: text }),
  sentCode: record({ code: text }),
  password: record({ password: text }),
  passkey: record({ credential: text }),
  chooseMethod: record({
    method: constantFrom(
      'PASSWORD',
      'EMAIL_OTP',
      'SMS_OTP',
      'WEB_AUTHN',
      'SMS_MFA',
      'SOFTWARE_TOKEN_MFA',
    ),
  }),
  setUpTotp: record({ code: text, deviceName: text }),
  setUpEmail: record({ email: text }),
  custom: record({ answer: text }),
  trustDevice: record({ trust: flag }),
}

/** Of a link in an email. */
const origin = record({ byLink: constant(true), username: text }, { requiredKeys: [] })

const answer = oneof(
  ...Object.entries(answerInputs).map(([kind, input]) =>
    tuple(input as Arbitrary<object>, origin).map(
      ([members, from]) => Object.assign({ kind }, members, from) as Answer,
    ),
  ),
)

export const accountInputs: {
  [Name in AccountCommandName]: Arbitrary<AccountCommands[Name]['input']>
} = {
  callCognito: record({
    action: constantFrom(...accountActions.filter(isAccountAction)),
    input: nothing,
  }),
  claims: nothing,
  renewTokens: nothing,
  forgetDevice: record({ key: text }),
  setMfaPreference: record(
    {
      factor: constantFrom('SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA', 'WEB_AUTHN_MFA'),
      enabled: flag,
      preferred: flag,
    },
    { requiredKeys: [] },
  ),
  signOutEverywhere: nothing,
  deleteUser: nothing,
  fetch: record(
    {
      id: text,
      url: text,
      method: text,
      headers: array(tuple(text, text), { maxLength: 3 }),
      isAbortable: flag,
      body: uint8Array().map(({ length }) => new ArrayBuffer(length)),
    },
    { requiredKeys: ['id', 'url', 'method', 'headers', 'isAbortable'] },
  ),
  abortFetch: record({ id: text }),
}

const accountCommand = oneof(
  ...Object.entries(accountInputs).map(([name, input]) =>
    (input as Arbitrary<object>).map((made) => ({ name, input: made }) as AccountCommand),
  ),
)

export const commandInputs: { [Name in CommandName]: Arbitrary<Commands[Name]['input']> } = {
  start: record({
    config: record({
      api: record({ origins: texts }),
      cognito: record(
        { region: text, userPoolId: text, userPoolClientId: text, endpoint: text },
        { requiredKeys: ['region', 'userPoolId', 'userPoolClientId'] },
      ),
      session: record(
        {
          storage: constantFrom('encrypted', 'memory'),
          refreshTokenValiditySeconds: count,
          idleMinutes: count,
          maxHours: count,
        },
        { requiredKeys: ['storage'] },
      ),
      signIn: record(
        {
          flow: constantFrom('USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'),
          recentMinutes: count,
          passkeys: flag,
          acrValues: text,
          passkeyMfa: flag,
        },
        { requiredKeys: ['flow', 'recentMinutes', 'passkeys'] },
      ),
    }),
    // What else a tab has stored is checked by `vaultState.ts`, which drops what it does not know.
    tab: record({ browserSessionId: text }),
  }),
  prepareSignIn: nothing,
  signOut: nothing,
  networkRestored: nothing,
  checkSession: record({ active: flag }),
  account: record({ userId: text, command: accountCommand }),
  signIn: record(
    { username: text, password: text, rememberMe: flag, custom: flag },
    { requiredKeys: ['username', 'password', 'rememberMe'] },
  ),
  startUserAuth: record(
    {
      username: text,
      rememberMe: flag,
      preferred: constantFrom('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN', 'CUSTOM_AUTH'),
    },
    { requiredKeys: ['username', 'rememberMe'] },
  ),
  signUp: record(
    { username: text, attributes: byName, password: text },
    { requiredKeys: ['username', 'attributes'] },
  ),
  forgotPassword: record({ username: text }),
  resendCode: nothing,
  answerChallenge: answer,
  tryAnotherMethod: nothing,
  offerPasskey: record({ username: text, rememberMe: flag }),
  signInWithOfferedPasskey: record({ credential: text }),
  reauthenticate: record({ password: text }),
  signOutElsewhere: record({ password: text }),
  stepUp: record({ maxAgeSeconds: count, acrValues: text }, { requiredKeys: ['maxAgeSeconds'] }),
  answerReauthentication: answer,
  startFederatedSignIn: record({
    domain: text,
    scopes: texts,
    provider: text,
    redirectUri: text,
    rememberMe: flag,
    returnTo: text,
  }),
  finishFederatedSignIn: record({ query: text }),
}

/** A valid message of each command. */
export const validMessage = oneof(
  ...Object.entries(commandInputs).map(([name, input]) =>
    record({ id: integer(), name: constant(name), input: input as Arbitrary<object> }),
  ),
)
