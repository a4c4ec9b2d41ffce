import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Level, SoftwareToken } from './records.ts'

// Records of the store about sign-ins and tokens.

/** Origin of a request, as far as it is known. */
export interface RequestSource {
  address: string
  /** Browser and system, such as `Chrome 125 / macOS`, or `unknown`. */
  device: string
}

/** Sign-in as listed by ListUserSessions. */
export interface TokenSession {
  /** `tkn`, then lowercase letters and digits: 28 characters. */
  id: string
  createdAt: number
  /** Time of the sign-in or of its last refresh; `source` is from then, too. */
  activeAt: number
  source: RequestSource
}

/**
 * Values of the `amr` claim. `otp` is an authenticator app; a passkey is `swk` where it is built
 * into the device, and `hwk` where it is a separate key.
 */
export type AuthMethod = 'pwd' | 'otp' | 'sms' | 'email_otp' | 'swk' | 'hwk'

/** Progress of a sign-in towards a level (TARGET_ACR_VALUES). */
export interface StepUp {
  target: Level
  methods: AuthMethod[]
  /** Event id of the family that the new tokens continue; by default they start one of their own. */
  family?: string
}

/** State that a sign-in carries from one challenge to the next. */
export interface SignInProgress {
  /** DEVICE_KEY that the client sent. */
  deviceKey?: string | undefined
  /** Set where a level was requested. */
  stepUp?: StepUp | undefined
}

/** Claims of a sign-in that requested a level. */
export interface Assurance {
  /** Name of the level in the pool at that time. */
  acr: string
  amr: string[]
}

/** All tokens that descend from one sign-in, which are revoked together. */
export interface TokenFamily {
  /** `event_id` of every token: stays the same over refreshes, so it identifies the family. */
  eventId: string
  originJti: string
  poolId: string
  clientId: string
  username: string
  sub: string
  /** `auth_time`, in seconds since the epoch. */
  authTime: number
  /** Set where a level was requested. Refreshing keeps it. */
  assurance?: Assurance
  expiresAt: number
  revoked: boolean
  rotated: boolean
  /**
   * Scopes of a sign-in over the pool's domain; absent for the API, whose tokens have one fixed
   * scope.
   */
  scopes?: string[]
  /** Device of the sign-in, known or still to be confirmed, where the pool tracks devices. */
  device?: { key: string; groupKey: string }
  /** Set where the pool tracked sessions at the time of the sign-in. */
  session?: TokenSession
  /** SHA-256 of the valid refresh token. */
  current: string
  /** Token before the last rotation, accepted until its grace period ends. */
  previous?: { hash: string; graceUntil: number }
}

/** Result of one CUSTOM_AUTH challenge, as triggers see it. */
export interface CustomResult {
  challengeName: string
  challengeResult: boolean
  challengeMetadata?: string | undefined
}

/** Progress of a CUSTOM_AUTH sign-in. */
export interface CustomAuthState {
  history: CustomResult[]
  /** Open challenge, without the parameters that the client was sent. */
  asked?: { metadata?: string | undefined; privateParameters: Record<string, string> }
}

/** Challenge that waits for its answer. */
export interface ChallengeSession extends SignInProgress {
  id: string
  poolId: string
  clientId: string
  username: string
  /** Or one of the two steps of automatic sign-in, which RespondToAuthChallenge cannot name. */
  challenge: ChallengeNameType | 'SIGNED_UP' | 'CONFIRMED'
  expiresAt: number
  used: boolean
  /** Expected code, and the address it was sent to. */
  code?: string
  sentTo?: string | undefined
  /** Options of a choice. */
  offered?: string[]
  /** WEB_AUTHN: challenge that the passkey has to sign, base64url. */
  toSign?: string
  /** MFA_SETUP: app being set up, and whether it has shown a right code. */
  setUp?: { token: SoftwareToken; verified: boolean }
  custom?: CustomAuthState
  /** EMAIL_OTP during set-up: address that becomes the user's with a right code. */
  newEmail?: string
  /** Set for first factors and CUSTOM_AUTH: whether the typed name belongs to a user. */
  firstFactor?: 'existingUser' | 'unknownUser'
}
