import type { AccountAction } from './accountActions.ts'
import type {
  Answer,
  ChallengeSnapshot,
  CodeDelivery,
  FirstFactor,
  PasskeyOptions,
} from './challenges.ts'
import type { AuthErrorData } from './errors.ts'
import type { TabMemory, VaultConfig } from './messages.ts'

type NoInput = Record<never, never>

/** Every command the page can send to the vault: name to input and answer. */
export interface Commands extends SignInCommands {
  /** The first command, sent once. Answers when the session of this browser has been restored or found absent. */
  start: { input: { config: VaultConfig; tab: TabMemory }; answer: void }
  /** Computes the part of SRP that does not depend on the password. */
  prepareSignIn: { input: NoInput; answer: void }
  /** Repeats at once what failed without a network. Sent by the page, because not every worker gets the event `online`. */
  networkRestored: { input: NoInput; answer: void }
  /** Ends the session in all tabs. `revoked` is false if Cognito could not be reached yet. */
  signOut: { input: NoInput; answer: { revoked: boolean } }
  /**
   * Tells that the page is looked at or, with `active`, that it is used. Ends a session whose time is over, and asks
   * Cognito now and then whether it ended elsewhere. `endsAt`: when it ends unless the user is active, in epoch
   * milliseconds.
   */
  checkSession: { input: { active: boolean }; answer: { endsAt?: number } }
  /** A command of the user with this `sub`. Runs beside the other commands, which are queued. */
  account: { input: { userId: string; command: AccountCommand }; answer: unknown }
}

export type CommandName = keyof Commands

/** A command as it crosses from the page to the vault. The reply has the same id. */
export type CommandMessage<Name extends CommandName = CommandName> = {
  [Each in Name]: { id: number; name: Each; input: Commands[Each]['input'] }
}[Name]

/** A handler for each command. `start` creates them. */
export type CommandHandlers = {
  [Name in Exclude<CommandName, 'start'>]: (
    input: Commands[Name]['input'],
  ) => Promise<Commands[Name]['answer']>
}

/** Commands that lead to a session, or that verify again who the user is. */
export interface SignInCommands {
  /** Signs in with a password by SRP; with `custom`, by CUSTOM_AUTH, in which triggers choose the next challenge. */
  signIn: {
    input: { username: string; password: string; rememberMe: boolean; custom?: boolean }
    answer: void
  }
  /**
   * Starts USER_AUTH with the username alone. Cognito asks for `preferred` at once if the user has it, and else
   * offers a choice. `CUSTOM_AUTH` starts that flow instead, without a password.
   */
  startUserAuth: {
    input: { username: string; preferred?: FirstFactor; rememberMe: boolean }
    answer: void
  }
  signUp: {
    input: { username: string; password?: string; attributes: Record<string, string> }
    answer: void
  }
  forgotPassword: { input: { username: string }; answer: void }
  resendCode: { input: NoInput; answer: CodeDelivery | undefined }
  /** Answers the pending challenge, if it is still of that kind. */
  answerChallenge: { input: Answer; answer: void }
  /** Returns to the choice of methods, or starts the sign-in again where there is one. */
  tryAnotherMethod: { input: NoInput; answer: void }
  /** Asks for the passkeys of this user, for the browser's autofill, before the form is submitted. */
  offerPasskey: {
    input: { username: string; rememberMe: boolean }
    answer: { options?: PasskeyOptions }
  }
  /** Signs in with the passkey that was offered last. `credential` as in `Answers.passkey`. */
  signInWithOfferedPasskey: { input: { credential: string }; answer: void }
  /** Verifies the password of the signed-in user again; `signedInAt` of the session is then now. */
  reauthenticate: { input: { password: string }; answer: Reauthentication }
  /**
   * Verifies the user again without a password, by USER_AUTH. With `acrValues` (TARGET_ACR_VALUES) only
   * what is missing for the first of these levels is asked for, and nothing if it was reached within
   * `maxAgeSeconds` (MAX_AGE). Refused with `invalidInput` where none of them can be reached, and with
   * `levelNotReached` where Cognito has issued tokens without one of them.
   */
  stepUp: {
    input: { acrValues?: string; maxAgeSeconds: number }
    answer: Reauthentication
  }
  /**
   * Ends every session of this user (GlobalSignOut) and starts a new one with the password: for pools
   * that do not list sessions, so that only all of them can be ended.
   */
  signOutElsewhere: { input: { password: string }; answer: Reauthentication }
  /** Answers the challenge of a re-authentication. */
  answerReauthentication: { input: Answer; answer: Reauthentication }
  /**
   * Starts a sign-in with an identity provider over the pool's domain.
   * `url` is the address to go to.
   */
  startFederatedSignIn: {
    input: {
      /** Domain of the pool: `https://example.auth.eu-central-1.amazoncognito.com`. */
      domain: string
      scopes: string[]
      /** Name of the provider in Cognito. */
      provider: string
      redirectUri: string
      rememberMe: boolean
      /** Returned unchanged by `finishFederatedSignIn`. */
      returnTo: string
    }
    answer: { url: string }
  }
  /** Finishes it with the query that the provider sent the browser back with. */
  finishFederatedSignIn: {
    input: { query: string }
    answer: { returnTo: string; refused?: AuthErrorData }
  }
}

/** Result of a step of a re-authentication. Without a challenge it is finished. */
export interface Reauthentication {
  challenge?: ChallengeSnapshot
}

/** Commands of a signed-in user for their own account: name to input and answer. */
export interface AccountCommands {
  /** Calls one of Cognito's actions with the access token added; `AccountActions` has the types. */
  callCognito: { input: { action: AccountAction; input: object }; answer: unknown }
  /** Payloads of the tokens, never the tokens. https://www.rfc-editor.org/rfc/rfc7519#section-4 */
  claims: { input: NoInput; answer: TokenClaims }
  /** Renews the tokens now, so that changed attributes and groups are in the claims. */
  renewTokens: { input: NoInput; answer: void }
  /** Forgets a device at Cognito (ForgetDevice) and, if it is this browser, here. */
  forgetDevice: { input: { key: string }; answer: void }
  /** Changes the second factors (SetUserMFAPreference), and keeps passkeys usable beside them. */
  setMfaPreference: { input: MfaChange; answer: void }
  /** Ends every session of this user, this one included (GlobalSignOut). */
  signOutEverywhere: { input: NoInput; answer: void }
  /** Deletes the account (DeleteUser) and all that this browser stores for it. */
  deleteUser: { input: NoInput; answer: void }
  /** Calls an API of `api.origins` with the access token. */
  fetch: { input: ApiRequest; answer: ApiResponse }
  /** Aborts the `fetch` of this id. */
  abortFetch: { input: { id: string }; answer: void }
}

export type AccountCommandName = keyof AccountCommands

export type AccountCommand<Name extends AccountCommandName = AccountCommandName> = {
  [Each in Name]: { name: Each; input: AccountCommands[Each]['input'] }
}[Name]

/** Second factor, by its name in `UserMFASettingList`. */
export type SecondFactor = 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP' | 'SMS_MFA'

/** Change of the second factors. Without a `factor`, only passkeys are brought in line with them. */
export interface MfaChange {
  /** `WEB_AUTHN_MFA` lets passkeys count as a second factor; they need another one beside them. */
  factor?: SecondFactor | 'WEB_AUTHN_MFA'
  enabled?: boolean
  /** Whether Cognito asks for this one first. By default the first factor is. */
  preferred?: boolean
}

/** A `Request` of the fetch API, as it crosses to the vault. */
export interface ApiRequest {
  /** Random; `abortFetch` refers to it. */
  id: string
  /** Absolute. */
  url: string
  method: string
  headers: [name: string, value: string][]
  body?: ArrayBuffer
  /** Whether the caller has a signal, and so its own limit of time. */
  isAbortable: boolean
}

/** A `Response`, as it crosses back: with its whole body. */
export interface ApiResponse {
  status: number
  statusText: string
  headers: [name: string, value: string][]
  body: ArrayBuffer
}

/** Claims of the ID token and of the access token. */
export interface TokenClaims {
  id: Record<string, unknown>
  access: Record<string, unknown>
}
