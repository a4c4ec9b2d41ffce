import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Level, SoftwareToken } from './records.ts'

// What the store holds of sign-ins.

/** Where a request comes from, as far as it can be known. */
export interface RequestSource {
  address: string
  /** A browser and a system, such as `Chrome 125 / macOS`, or `unknown`. */
  device: string
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

/**
 * What somebody proved themselves by: values of the claim `amr`. `otp` is an authenticator app; a
 * passkey is `swk` where it is the device's own, `hwk` where it came from elsewhere.
 */
export type AuthMethod = 'pwd' | 'otp' | 'sms' | 'email_otp' | 'swk' | 'hwk'

/** How far a sign-in that is to reach a level has come (TARGET_ACR_VALUES). */
export interface StepUp {
  target: Level
  methods: AuthMethod[]
}

/** What a sign-in takes along from one challenge to the next. */
export interface SignInProgress {
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

/** One step of CUSTOM_AUTH, as its functions see it. */
export interface CustomResult {
  challengeName: string
  challengeResult: boolean
  challengeMetadata?: string | undefined
}

/** How far a sign-in with CUSTOM_AUTH has come. */
export interface CustomAuthState {
  history: CustomResult[]
  /** The challenge that waits, less what the client was told. */
  asked?: { metadata?: string | undefined; privateParameters: Record<string, string> }
}

/** A challenge that waits for its answer. */
export interface ChallengeSession extends SignInProgress {
  id: string
  poolId: string
  clientId: string
  username: string
  /** Or one of two steps before a sign-in, which no answer to a challenge can name. */
  challenge: ChallengeNameType | 'SIGNED_UP' | 'CONFIRMED'
  expiresAt: number
  used: boolean
  /** What the answer has to be, where a code was sent, and to which address. */
  code?: string
  sentTo?: string | undefined
  /** What may be chosen, where something is to be. */
  offered?: string[]
  /** WEB_AUTHN: what the passkey has to sign, base64url. */
  toSign?: string
  /** MFA_SETUP: an app that is being set up, and whether it has shown a right code. */
  setUp?: { token: SoftwareToken; verified: boolean }
  custom?: CustomAuthState
  /** EMAIL_OTP: the address that is being set up, which becomes the user's with a right code. */
  newEmail?: string
  /** Set where the answer is a first factor, or CUSTOM_AUTH's: whether anybody has the name that was given. */
  firstFactor?: 'somebody' | 'nobody'
}
