import type {
  ClientSSOSessionConfigType,
  DeliveryMediumType,
  GetUserPoolMfaConfigResponse,
  GroupType,
  UserPoolClientType,
  UserPoolTokenSessionConfigType,
  UserPoolType,
  UserSessionTrackingType,
  UserStatusType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { DomainSettings, IdentityProvider, ResourceServer } from './poolRecords.ts'

// Records of the store: plain JSON. Times are milliseconds since the epoch, bytes are text.

/** Key pair that signs tokens, as JWKs. `kid` is base64 with `+ / =`, as Cognito's are. */
export interface SigningKey {
  kid: string
  publicKey: JsonWebKey
  privateKey: JsonWebKey
}

export interface Pool {
  id: string
  /** As answered by `DescribeUserPool`, without the dates and the number of users. */
  settings: Omit<UserPoolType, 'CreationDate' | 'LastModifiedDate' | 'EstimatedNumberOfUsers'>
  mfa: Omit<GetUserPoolMfaConfigResponse, 'MfaConfiguration'>
  createdAt: number
  modifiedAt: number
  /** Base64 of 32 bytes: seals secret blocks and derives the salts of simulated users. */
  secret: string
  /** Created on first use; one signs ID tokens, the other access tokens. */
  keys?: { id: SigningKey; access: SigningKey }
  sessionTracking?: SessionTracking
  /** Identity providers for federated sign-in. */
  providers?: IdentityProvider[]
  /** APIs with scopes of their own. */
  resourceServers?: ResourceServer[]
  /** Settings of the domains that `settings` names. */
  domains?: Partial<Record<'Domain' | 'CustomDomain', DomainSettings>>
  /** Federated sign-ins that wait for the provider's answer. */
  pendingSignIns?: HostedSignIn[]
  /** Authorization codes that the client has not exchanged yet. */
  authorizations?: Authorization[]
}

export interface Client {
  id: string
  poolId: string
  /** As answered by `DescribeUserPoolClient`, without the dates. */
  settings: Omit<UserPoolClientType, 'CreationDate' | 'LastModifiedDate'>
  sessions?: ClientSessions
  createdAt: number
  modifiedAt: number
}

/** SRP verifier, the only trace of a password (RFC 5054, section 2.5.3). Both in hex. */
export interface Verifier {
  salt: string
  verifier: string
}

export interface Code {
  code: string
  expiresAt: number
  /** Attribute that the code verifies, as long as it still has the address in `sentTo`. */
  attribute: 'email' | 'phone_number'
  sentTo: string
}

/** Factors that follow a password, by the names of their challenges. */
export type MfaFactor = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP'

/** Authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). */
export interface SoftwareToken {
  /** Base32 (RFC 4648) of 32 bytes. */
  secret: string
  /** Name that the user gave to the app's device. */
  name?: string
  /** Last time step whose code was accepted; no code is accepted twice. */
  lastStep?: number
}

/** Device of a user, recorded by ConfirmDevice. */
export interface Device {
  /** Region, `_` and a UUID: `us-east-1_…`. */
  key: string
  groupKey: string
  name?: string | undefined
  /** Verifier of the device's generated password. The salt is hex here as well. */
  verifier: Verifier
  remembered: boolean
  createdAt: number
  modifiedAt: number
  authenticatedAt: number
  /** IP address of the last sign-in. */
  address?: string
}

/** WebAuthn credential. Bytes are base64url. */
export interface Passkey {
  id: string
  /** Public key in COSE format. */
  publicKey: string
  /** Signature counter of the authenticator; most always send 0. */
  counter: number
  transports: string[]
  /** Absent where the browser did not tell. */
  attachment?: 'platform' | 'cross-platform'
  name: string
  rpId: string
  createdAt: number
}

export interface User {
  poolId: string
  /** Equal to `sub` in pools where users sign in with an attribute. */
  username: string
  sub: string
  status: UserStatusType
  enabled: boolean
  /** Without `sub`. All values are strings, including `email_verified`. */
  attributes: Record<string, string>
  groups: string[]
  createdAt: number
  modifiedAt: number
  /** Absent for a user without a password. */
  verifier?: Verifier
  /** When the temporary password was set; absent for a permanent one. */
  temporarySince?: number
  /** Earlier passwords, newest first, up to the pool's `PasswordHistorySize`. */
  passwordHistory: Verifier[]
  /** New addresses, which replace the present ones once verified. */
  pendingContacts?: Record<string, string>
  /** Codes by purpose; a new code replaces the one before. */
  codes: Record<string, Code>
  /** Verified authenticator app. */
  softwareToken?: SoftwareToken
  /** Secret of AssociateSoftwareToken, until VerifySoftwareToken has seen a code of it. */
  pendingToken?: SoftwareToken
  passkeys?: Passkey[]
  /** Challenge of StartWebAuthnRegistration, base64url. */
  pendingPasskey?: { challenge: string; clientId: string; expiresAt: number }
  /** Settings of SetUserMFAPreference; `passkeys` is whether passkeys count as MFA. */
  mfa?: { enabled: MfaFactor[]; preferred?: MfaFactor; passkeys?: boolean }
  /** Confirmed devices. */
  devices?: Device[]
  /** Identities at providers that AdminLinkProviderForUser has linked; `identities` lists them, too. */
  links?: Link[]
}

/** Identity that signs in as a user: whose claim has this value. */
export interface Link {
  provider: string
  /** `Cognito_Subject` for the provider's own id of the user. */
  claim: string
  value: string
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
 * Purpose of a message. `code` of an `invitation` is a temporary password, that of a `magicLink`
 * the whole link.
 */
export type MessageKind =
  | 'signUp'
  | 'forgotPassword'
  | 'attributeVerification'
  | 'invitation'
  | 'signIn'
  | 'mfa'
  | 'magicLink'

/** Email or SMS that a real pool would have sent. */
export interface Message {
  to: string
  medium: DeliveryMediumType
  kind: MessageKind
  code: string
  /** Wording of the pool's CustomMessage trigger, with the code filled in. */
  text?: string
  subject?: string
  /** ISO 8601. */
  sentAt: string
  username: string
  poolId: string
}

/** Input of SetUserPoolSessionConfiguration. */
export interface SessionTracking {
  UserSessionTracking: UserSessionTrackingType
  TokenSession: UserPoolTokenSessionConfigType
}

/** Input of SetUserPoolClientSessionConfiguration. */
export interface ClientSessions {
  SSOSession: ClientSSOSessionConfigType
}

/** Authentication level of a sign-in, from weakest to strongest. */
export type Level = 1 | 2 | 3 | 4

/** Validated request to `/oauth2/authorize`. */
export interface HostedSignIn {
  /** Random UUID, which cannot be guessed. */
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
  /** Requested levels, the most wanted first. */
  levels?: Level[] | undefined
  /** Address to prefill. */
  loginHint?: string | undefined
  expiresAt: number
}

/** Content of an authorization code. */
export interface Authorization extends HostedSignIn {
  code: string
  username: string
  sub: string
}
