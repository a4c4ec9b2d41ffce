import type {
  ChallengeNameType,
  DeliveryMediumType,
  GetUserPoolMfaConfigResponse,
  GroupType,
  UserPoolClientType,
  UserPoolType,
  UserStatusType,
} from '@aws-sdk/client-cognito-identity-provider'

// What the store holds. Plain JSON throughout: times are milliseconds since the epoch, bytes text.

/** A key pair that signs tokens, as JWKs. `kid` is base64 with `+ / =`, as Cognito's are. */
export interface SigningKey {
  kid: string
  publicKey: JsonWebKey
  privateKey: JsonWebKey
}

export interface Pool {
  id: string
  /** As `DescribeUserPool` shows it, less the dates and the number of users. */
  settings: Omit<UserPoolType, 'CreationDate' | 'LastModifiedDate' | 'EstimatedNumberOfUsers'>
  mfa: Omit<GetUserPoolMfaConfigResponse, 'MfaConfiguration'>
  createdAt: number
  modifiedAt: number
  /** Base64 of 32 bytes: seals secret blocks and derives the salts of users who do not exist. */
  secret: string
  /** Made when first needed; one signs ID tokens, the other access tokens. */
  keys?: { id: SigningKey; access: SigningKey }
}

export interface Client {
  id: string
  poolId: string
  /** As `DescribeUserPoolClient` shows it, less the dates. */
  settings: Omit<UserPoolClientType, 'CreationDate' | 'LastModifiedDate'>
  createdAt: number
  modifiedAt: number
}

/** All that is ever kept of a password (RFC 5054, section 2.5.3). Both in hex. */
export interface Verifier {
  salt: string
  verifier: string
}

export interface Code {
  code: string
  expiresAt: number
  /** `email` or `phone_number`: where it went, hence what it verifies. */
  attribute: string
}

export interface User {
  poolId: string
  /** The real one: equal to `sub` where people sign in with an attribute. */
  username: string
  sub: string
  status: UserStatusType
  enabled: boolean
  /** Without `sub`. All values are strings, `email_verified` too. */
  attributes: Record<string, string>
  groups: string[]
  createdAt: number
  modifiedAt: number
  /** Absent for someone who has no password. */
  verifier?: Verifier
  /** Set while the password is a temporary one: when it was given. */
  temporarySince?: number
  /** Earlier passwords, newest first, as far as the pool's `PasswordHistorySize` asks. */
  passwordHistory: Verifier[]
  /** By purpose; a new code takes the place of the one before. */
  codes: Record<string, Code>
}

export interface Group {
  poolId: string
  name: string
  settings: Pick<GroupType, 'Description' | 'RoleArn' | 'Precedence'>
  createdAt: number
  modifiedAt: number
}

/** A challenge that waits for its answer. */
export interface ChallengeSession {
  id: string
  poolId: string
  clientId: string
  username: string
  challenge: ChallengeNameType
  expiresAt: number
  used: boolean
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
  expiresAt: number
  revoked: boolean
  rotated: boolean
  /** SHA-256 of the refresh token that is good now. */
  current: string
  /** The one before it, good until its grace ends. */
  previous?: { hash: string; graceUntil: number }
}

export interface Lockout {
  failures: number
  lastFailureAt: number
}

/** What a message is about; `invitation` carries a temporary password instead of digits. */
export type MessageKind = 'signUp' | 'forgotPassword' | 'attributeVerification' | 'invitation'

/** Mail or SMS that a real pool would have sent. */
export interface Message {
  to: string
  medium: DeliveryMediumType
  kind: MessageKind
  code: string
  /** ISO 8601. */
  sentAt: string
  username: string
  poolId: string
}
