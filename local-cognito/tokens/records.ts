import type {
  ClientSSOSessionConfigType,
  UserPoolTokenSessionConfigType,
  UserSessionTrackingType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { RequestSource } from '#local-cognito/wire/source.ts'

// What the store holds of sessions that people can see.

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
