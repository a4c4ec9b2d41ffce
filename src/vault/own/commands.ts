import type { OwnAction } from './actions.ts'

/**
 * Commands of somebody who is signed in, for themselves: what carries them out is loaded with the first
 * of them. Name to input and answer, as in `messages.ts`.
 */
export interface OwnCommands {
  /** One of Cognito's actions, with the access token added. `OwnActions` has its request and response. */
  act: { input: { action: OwnAction; input: object }; answer: unknown }
  /** What the tokens say: their payloads, never the tokens. RFC 7519 section 4. */
  claims: { input: Record<never, never>; answer: TokenClaims }
  /** Renews the tokens now, since what they say of the person has changed. */
  renew: { input: Record<never, never>; answer: void }
  /** Ends every session of this person, this one too (GlobalSignOut). */
  signOutEverywhere: { input: Record<never, never>; answer: void }
  /** Deletes the account (DeleteUser), and everything this browser kept of it. */
  deleteUser: { input: Record<never, never>; answer: void }
}

export interface TokenClaims {
  id: Record<string, unknown>
  access: Record<string, unknown>
}

export type OwnName = keyof OwnCommands

export type OwnRequest = {
  [Name in OwnName]: { name: Name; input: OwnCommands[Name]['input'] }
}[OwnName]
