import type { AccountAction } from './accountActions.ts'

/**
 * Commands of a signed-in user, for their own account: checked and carried out in `carryOut.ts`. Name to input
 * and answer, as in `messages.ts`.
 */
export interface AccountCommands {
  /** One of Cognito's actions, with the access token added. `OwnActions` has its request and response. */
  act: { input: { action: AccountAction; input: object }; answer: unknown }
  /** What the tokens say: their payloads, never the tokens. RFC 7519 section 4. */
  claims: { input: Record<never, never>; answer: TokenClaims }
  /** Renews the tokens now, since what they say of the person has changed. */
  renew: { input: Record<never, never>; answer: void }
  /** Forgets a device at Cognito (ForgetDevice) and, where it is this one, here. */
  forgetDevice: { input: { key: string }; answer: void }
  /** Ends every session of this person, this one too (GlobalSignOut). */
  signOutEverywhere: { input: Record<never, never>; answer: void }
  /** Deletes the account (DeleteUser), and everything this browser kept of it. */
  deleteUser: { input: Record<never, never>; answer: void }
  /** Asks the team's own API, with the access token; see `askApi.ts`. */
  fetch: { input: ApiRequest; answer: ApiResponse }
  /** Gives up a `fetch` that nobody waits for any more. */
  stopFetch: { input: { id: string }; answer: void }
}

/** A `Request` as it crosses to the vault. */
export interface ApiRequest {
  /** Random: what `stopFetch` names. */
  id: string
  /** Absolute. */
  url: string
  method: string
  headers: [name: string, value: string][]
  body?: ArrayBuffer
}

/** A `Response` as it crosses back, read to its end. */
export interface ApiResponse {
  status: number
  statusText: string
  headers: [name: string, value: string][]
  body: ArrayBuffer
}

export interface TokenClaims {
  id: Record<string, unknown>
  access: Record<string, unknown>
}

export type AccountCommandName = keyof AccountCommands

export type AccountCommand = {
  [Name in AccountCommandName]: { name: Name; input: AccountCommands[Name]['input'] }
}[AccountCommandName]
