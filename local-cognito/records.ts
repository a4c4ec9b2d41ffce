import type {
  ClientSSOSessionConfigType,
  DeliveryMediumType,
  GetUserPoolMfaConfigResponse,
  GroupType,
  IdentityProviderType,
  UserPoolClientType,
  UserPoolTokenSessionConfigType,
  UserPoolType,
  UserSessionTrackingType,
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
  sessionTracking?: SessionTracking
  /** Whose accounts people may sign in with. */
  providers?: IdentityProvider[]
  /** Sign-ins over the domain that wait for the provider's answer. */
  pendingSignIns?: HostedSignIn[]
  /** Sign-ins over the domain whose code waits for the client. */
  authorizations?: Authorization[]
}

export interface Client {
  id: string
  poolId: string
  /** As `DescribeUserPoolClient` shows it, less the dates. */
  settings: Omit<UserPoolClientType, 'CreationDate' | 'LastModifiedDate'>
  sessions?: ClientSessions
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
  /** What it verifies, while that is still the address it went to. */
  attribute: 'email' | 'phone_number'
  sentTo: string
}

/** The factors that follow a password, by the names of challenges. */
export type MfaFactor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP'

/** An authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). */
export interface SoftwareToken {
  /** Base32 (RFC 4648) of 32 bytes. */
  secret: string
  /** What the person called the device it is on. */
  name?: string
  /** The last thirty seconds whose code was used: none is good twice. */
  lastStep?: number
}

/** Where somebody signs in from, once ConfirmDevice has made it known. */
export interface Device {
  /** `us-east-1_` and a UUID. */
  key: string
  groupKey: string
  name?: string | undefined
  /** Of the password that the device made for itself. The salt is hex here as well. */
  verifier: Verifier
  remembered: boolean
  createdAt: number
  modifiedAt: number
  authenticatedAt: number
  /** Where it last signed in from. */
  address?: string
}

/** A WebAuthn credential. Bytes are base64url. */
export interface Passkey {
  id: string
  /** COSE. */
  publicKey: string
  /** How often its authenticator says it was used; most say 0 for ever. */
  counter: number
  transports: string[]
  /** Absent where the browser did not say. */
  attachment?: 'platform' | 'cross-platform'
  name: string
  rpId: string
  createdAt: number
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
  /** Addresses that take the place of today's once they are verified. */
  pendingContacts?: Record<string, string>
  /** By purpose; a new code takes the place of the one before. */
  codes: Record<string, Code>
  /** The app that has shown a right code. */
  softwareToken?: SoftwareToken
  /** AssociateSoftwareToken gave it; VerifySoftwareToken makes it the user's. */
  pendingToken?: SoftwareToken
  passkeys?: Passkey[]
  /** What StartWebAuthnRegistration asked an authenticator to sign, base64url. */
  pendingPasskey?: { challenge: string; clientId: string; expiresAt: number }
  /** SetUserMFAPreference's: what is on, what is asked for first, whether passkeys count as two. */
  mfa?: { enabled: MfaFactor[]; preferred?: MfaFactor; passkeys?: boolean }
  /** The confirmed ones. */
  devices?: Device[]
}

export interface Group {
  poolId: string
  name: string
  settings: Pick<GroupType, 'Description' | 'RoleArn' | 'Precedence'>
  createdAt: number
  modifiedAt: number
}

export interface Lockout {
  failures: number
  lastFailureAt: number
}

/**
 * What a message is about; instead of digits, `invitation` carries a temporary password, and
 * `magicLink` a whole link.
 */
export type MessageKind =
  | 'signUp'
  | 'forgotPassword'
  | 'attributeVerification'
  | 'invitation'
  | 'signIn'
  | 'mfa'
  | 'magicLink'

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

/** As SetUserPoolSessionConfiguration takes it. */
export interface SessionTracking {
  UserSessionTracking: UserSessionTrackingType
  TokenSession: UserPoolTokenSessionConfigType
}

/** As SetUserPoolClientSessionConfiguration takes it. */
export interface ClientSessions {
  SSOSession: ClientSSOSessionConfigType
}

/** How strong a sign-in was, from 1 to 4: AWS's authentication levels. */
export type Level = 1 | 2 | 3 | 4

export interface IdentityProvider {
  name: string
  /** As `DescribeIdentityProvider` shows it, less the pool, the name and the dates. */
  settings: Pick<
    IdentityProviderType,
    'ProviderType' | 'ProviderDetails' | 'AttributeMapping' | 'AcrMapping' | 'IdpIdentifiers'
  >
  createdAt: number
  modifiedAt: number
}

/** What a client asked of `/oauth2/authorize`, checked. */
export interface HostedSignIn {
  /** Nobody can guess it. */
  id: string
  clientId: string
  redirectUri: string
  /** The identity provider's name. */
  provider: string
  scopes: string[]
  state?: string | undefined
  nonce?: string | undefined
  /** PKCE, always S256 (RFC 7636). */
  codeChallenge?: string | undefined
  /** The levels that were asked for, the best first. */
  levels?: Level[] | undefined
  /** An address to begin with. */
  loginHint?: string | undefined
  expiresAt: number
}

/** What a code stands for. */
export interface Authorization extends HostedSignIn {
  code: string
  username: string
  sub: string
}
