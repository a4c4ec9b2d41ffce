import type {
  ClientSSOSessionConfigType,
  UserPoolTokenSessionConfigType,
  UserSessionTrackingType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { RequestSource } from '#local-cognito/wire/source.ts'

// What the store holds of sign-ins, and of how far people can see them.

/** As SetUserPoolSessionConfiguration takes it. */
export interface SessionTracking {
  UserSessionTracking: UserSessionTrackingType
  TokenSession: UserPoolTokenSessionConfigType
}

/** As SetUserPoolClientSessionConfiguration takes it. */
export interface ClientSessions {
  SSOSession: ClientSSOSessionConfigType
}

/** One sign-in, as its owner sees it. */
export interface TokenSession {
  /** `tkn`, then lowercase letters and digits: 28 characters. */
  id: string
  createdAt: number
  /** At the sign-in, or when it was last refreshed; and where from. */
  activeAt: number
  source: RequestSource
}

/** How strong a sign-in was, from 1 to 4: AWS's authentication levels. */
export type Level = 1 | 2 | 3 | 4

/**
 * What somebody proved themselves by: values of the claim `amr`. `otp` is an authenticator app; a
 * passkey is `swk` where it is the device's own, `hwk` where it came from elsewhere.
 */
export type Proof = 'pwd' | 'otp' | 'sms' | 'email_otp' | 'swk' | 'hwk'

/** How far a sign-in that is to reach a level has come (TARGET_ACR_VALUES). */
export interface StepUp {
  target: Level
  proofs: Proof[]
}

/** What a sign-in takes along from one challenge to the next. */
export interface Course {
  /** The device that it was said to come from. */
  deviceKey?: string | undefined
  /** Where a level was asked for. */
  stepUp?: StepUp | undefined
}

/** The claims of a sign-in that was asked for a level. */
export interface Assurance {
  /** What the pool called the level then. */
  acr: string
  amr: string[]
}

/** Everything that descends from one sign-in: the unit of revocation. */
export interface TokenFamily {
  /** Stays the same over refreshes, and is in every token, so it names the family. */
  eventId: string
  originJti: string
  poolId: string
  clientId: string
  username: string
  sub: string
  /** Seconds since the epoch, as in the claim. */
  authTime: number
  /** Where a level was asked for. Refreshing keeps it. */
  assurance?: Assurance
  expiresAt: number
  revoked: boolean
  rotated: boolean
  /** Of a sign-in over the domain; that of the API has one scope. */
  scopes?: string[]
  /** What the sign-in came from, where the pool tracks devices: known, or still to be confirmed. */
  device?: { key: string; groupKey: string }
  /** Where the pool tracked sessions when it began. */
  session?: TokenSession
  /** SHA-256 of the refresh token that is good now. */
  current: string
  /** The one before it, good until its grace ends. */
  previous?: { hash: string; graceUntil: number }
}
