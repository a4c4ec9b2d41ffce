import type { PriceClass } from 'aws-cdk-lib/aws-cloudfront'
import type { PortalConfig } from '../../src/config/portalConfig.ts'

/** The settings of the stack. `settings.ts` has the ones that are deployed. */
export interface StackSettings {
  /** Name of the CloudFormation stack: a letter, then letters, digits and hyphens; 40 at most. */
  stackName: string
  /** The site's own host name. Without one it is at `https://….cloudfront.net`, without passkeys. */
  domain?: DomainSettings
  pool: PoolSettings
  /**
   * Pools that `portal.config.json` may name besides the stack's own: an existing one, or those of `hosts`.
   * The Content-Security-Policy admits them; `npm run deploy` refuses a config with any other.
   */
  otherPools: OtherPool[]
  session: SessionSettings
  /** Sign-in with external providers. Adds a domain to the pool and OAuth to the client. */
  federation?: FederationSettings
  /** Your own API: the origins that receive the access token and that the page may connect to. */
  api: Pick<PortalConfig['api'], 'origins'>
  /** Where the portal sends its events, if anywhere: `docs/events.md`. Without an address, nowhere. */
  events?: Pick<PortalConfig['events'], 'endpoint'>
  strictTransport: StrictTransportSettings
  /** ARN of a web ACL of scope CLOUDFRONT in us-east-1. It protects files that are public anyway. */
  cloudFrontWebAclArn?: string
  /** The edge locations that CloudFront uses: https://aws.amazon.com/cloudfront/pricing/ */
  priceClass: keyof typeof PriceClass
  /**
   * Where CloudFront writes its access logs: by default, into a bucket of the stack. It delivers none to
   * buckets in opt-in regions, such as eu-south-1. There, name a bucket of yours in another region, which
   * must allow ACLs and delete the logs itself, or set `false` for no access logs.
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
   */
  accessLogs?: false | { bucket: string; region: string }
  /** Days until logs in the bucket of the stack are deleted; access logs contain IP addresses. */
  logRetentionDays: number
}

/**
 * The regions in which every account can deploy; all others are opt-in.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export const regionsWithAccessLogs = (
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 ' +
  'eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
).split(' ')

interface OtherPool {
  region: string
  /** The pool's domain, if users sign in with a provider: `https://example.auth.eu-central-1.amazoncognito.com`. */
  domain?: string
}

interface DomainSettings {
  /** `portal.example.com` */
  name: string
  /** An ACM certificate for that name, in us-east-1: CloudFront accepts no other region. */
  certificateArn: string
  /** The Route 53 zone in which the stack creates the records. Without it the operator creates them. */
  hostedZone?: { id: string; name: string }
}

interface PoolSettings {
  /** Whether users may sign up themselves; if not, an administrator creates accounts. */
  selfSignUp: boolean
  /** The sender of all email. Without it Cognito sends at most 50 a day, enough for a trial. */
  email?: SesSettings
  /**
   * Email codes as second factor; needs `email`. Users who turn it on cannot reset a forgotten password
   * themselves: Cognito does not send both codes to one address, and the stack sends no SMS.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html
   */
  emailMfa: boolean
  /**
   * Where the code for a forgotten password goes: to the verified email address; to it or else to the
   * verified phone number, for which you have to set up SMS in the pool; or to no one, so that an
   * administrator sets a new password. `EMAIL` by default; `EMAIL_OR_PHONE` with `emailMfa`, beside which AWS
   * does not accept email alone: https://github.com/hashicorp/terraform-provider-aws/issues/41049
   */
  recovery?: 'EMAIL' | 'EMAIL_OR_PHONE' | 'ADMINISTRATOR'
  /** An email code instead of a password; needs `email`. */
  emailSignIn: boolean
  /** The domain's name or a parent of it. Changing it later makes all existing passkeys useless. */
  passkeyRelyingPartyId?: string
  /** Groups of users, listed in access tokens; `admins` may open the portal's page for administrators. */
  groups: string[]
  /**
   * Standard attributes that users see and change in their own account; `email` must be one. `custom:*` is
   * not allowed: an attribute that users can write must never decide what they may do.
   */
  attributes: string[]
  /** A web ACL on the pool that limits requests per IP address. Has a monthly fee. */
  firewall?: { /** 10 or more. */ requestsPer5Minutes: number }
}

interface SesSettings {
  /** `arn:aws:ses:eu-central-1:123456789012:identity/example.com` */
  identityArn: string
  /** An address of that identity. */
  from: string
  fromName?: string
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html */
interface SessionSettings {
  /** 5 to 60. APIs accept an access token this long, even after it was revoked. */
  accessTokenMinutes: number
  /** 5 to 60. */
  idTokenMinutes: number
  /** 1 to 87600, counted from the sign-in: rotation does not extend it. */
  refreshTokenHours: number
  /** 3 to 15: the time for each step of a sign-in, such as entering an email code. */
  signInMinutes: number
}

interface FederationSettings {
  /** `example` of `https://example.auth.eu-central-1.amazoncognito.com`. */
  domainPrefix: string
  /** Names of providers that already exist in the pool; start with none. */
  providers: PortalConfig['federation']['providers']
}

/** HSTS options that affect other host names of the domain, for two years: https://hstspreload.org */
interface StrictTransportSettings {
  includeSubDomains: boolean
  /** Needs `includeSubDomains` and a `domain`. */
  preload: boolean
}

/** The relying party of passkeys, if they are on: a name at cloudfront.net may not outlive the stack. */
export const passkeyRelyingPartyId = ({ pool, domain }: StackSettings): string | undefined =>
  pool.passkeyRelyingPartyId ?? domain?.name

/** How accounts are recovered, with the default for what the settings leave out. */
export const recoveryOf = ({ pool: { recovery, emailMfa } }: StackSettings) =>
  recovery ?? (emailMfa ? 'EMAIL_OR_PHONE' : 'EMAIL')

/** The address of Cognito's own pages, through which users sign in with external providers. */
export const poolDomain = ({ domainPrefix }: FederationSettings, region: string) =>
  `https://${domainPrefix}.auth.${region}.amazoncognito.com`
