import type { PriceClass } from 'aws-cdk-lib/aws-cloudfront'
import type { PortalConfig } from '../../src/config/portalConfig.ts'

/** What an operator decides about the stack. `settings.ts` is the one that is deployed. */
export interface StackSettings {
  /** CloudFormation's name of the stack: a letter, then letters, digits and hyphens; 40 at most. */
  stackName: string
  /** The site's own name. Without one it is at `https://….cloudfront.net`, and there are no passkeys. */
  domain?: DomainSettings
  pool: PoolSettings
  /**
   * Pools that `portal.config.json` may name besides the stack's own: one that you have already, or those
   * of `hosts`. They are let into the Content-Security-Policy; `npm run deploy` refuses any other.
   */
  otherPools: OtherPool[]
  session: SessionSettings
  /** Signing in with somebody else's account. On, it gives the pool a domain and the client OAuth. */
  federation?: FederationSettings
  /** The team's own API: who may have the access token, and where the page may connect to. */
  api: Pick<PortalConfig['api'], 'origins'>
  strictTransport: StrictTransportSettings
  /** ARN of a CLOUDFRONT web ACL in us-east-1. It guards files that are public anyway. */
  cloudFrontWebAclArn?: string
  /** From how many places of the world CloudFront answers: https://aws.amazon.com/cloudfront/pricing/ */
  priceClass: keyof typeof PriceClass
  /** Days until access logs are deleted. They hold IP addresses. */
  logRetentionDays: number
}

interface OtherPool {
  region: string
  /** Where people come in over a provider: `https://example.auth.eu-central-1.amazoncognito.com`. */
  domain?: string
}

interface DomainSettings {
  /** `portal.example.com` */
  name: string
  /** Of ACM, for that name, in us-east-1: CloudFront reads certificates nowhere else. */
  certificateArn: string
  /** Of Route 53, where the stack is to make the records. Without it they are the operator's to make. */
  hostedZone?: { id: string; name: string }
}

export interface PoolSettings {
  /** Whether people may make an account for themselves; if not, an administrator makes it. */
  selfSignUp: boolean
  /** The sender of every message. Without one Cognito sends, 50 a day: enough to try it out. */
  email?: SesSettings
  /** A code by e-mail as second factor; needs `email`. Whoever turns it on cannot reset a password by e-mail. */
  emailMfa: boolean
  /** A code by e-mail instead of a password; needs `email`. */
  emailSignIn: boolean
  /** What passkeys are bound to: the domain's name, or a parent of it. Changing it later voids them all. */
  passkeyRelyingPartyId?: string
  /** Groups of people, for their access tokens; `admins` opens the portal's page for administrators. */
  groups: string[]
  /**
   * Standard attributes that people see and change of their own account; `email` must be one. No
   * `custom:*`: what people write themselves must never decide what they may do.
   */
  attributes: string[]
  /** A web ACL on the pool: sign-in and everything else, counted by IP address. Costs a monthly fee. */
  firewall?: { /** 10 or more. */ requestsPer5Minutes: number }
}

interface SesSettings {
  /** `arn:aws:ses:eu-central-1:123456789012:identity/example.com` */
  identityArn: string
  /** An address that the identity covers. */
  from: string
  fromName?: string
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
interface SessionSettings {
  /** 5 to 60: how long an access token stays good that nobody can take back. */
  accessTokenMinutes: number
  /** 5 to 60. */
  idTokenMinutes: number
  /** 1 to 87600, counted from the sign-in: rotation does not prolong it. */
  refreshTokenHours: number
  /** 3 to 15: how long one may take over a step of the sign-in, such as the code that came by e-mail. */
  signInMinutes: number
}

export interface FederationSettings {
  /** `example` of `https://example.auth.eu-central-1.amazoncognito.com`. */
  domainPrefix: string
  /** Names must be those of providers that are in the pool already; begin with none. */
  providers: PortalConfig['federation']['providers']
}

/** They bind names that are not the portal's, for two years: https://hstspreload.org */
interface StrictTransportSettings {
  includeSubDomains: boolean
  /** Needs `includeSubDomains` and a `domain`. */
  preload: boolean
}
