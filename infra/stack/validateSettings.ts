import { fits, settings as portalSettings } from '../../src/config/settings.ts'
import { standardAttributes } from './portalClient.ts'
import { recoveryOf, regionsWithAccessLogs, type StackSettings } from './stackSettings.ts'

/** Whether a requirement is met, and the sentence if it is not, beginning with the path of the setting. */
type Requirement = [isMet: boolean, sentence: string]

/** @returns a sentence for each invalid setting, beginning with its path. */
export function validateSettings(settings: StackSettings): string[] {
  return [
    ...siteRequirements(settings),
    ...domainRequirements(settings.domain),
    ...poolRequirements(settings),
    ...emailRequirements(settings.pool.email),
    ...sessionRequirements(settings.session),
    ...federationRequirements(settings.federation),
  ]
    .filter(([isMet]) => !isMet)
    .map(([, sentence]) => `${sentence}.`)
}

const isInteger = (value: number, from: number, to: number) =>
  Number.isInteger(value) && value >= from && value <= to

const isSameOrSubdomain = (name: string, parent: string) =>
  name === parent || name.endsWith(`.${parent}`)

function siteRequirements(settings: StackSettings): Requirement[] {
  const { domain, strictTransport: hsts, cloudFrontWebAclArn, api, events, accessLogs } = settings
  return [
    [
      /^[A-Za-z][A-Za-z\d-]{0,39}$/.test(settings.stackName),
      'stackName must be a letter, then letters, digits and hyphens, 40 at most: it becomes part of function names',
    ],
    ...settings.otherPools.flatMap(({ region, domain: address }, index): Requirement[] => [
      [
        fits(portalSettings.cognito.region, region),
        `otherPools[${index}].region must be an AWS region, like eu-central-1`,
      ],
      [
        address === undefined || /^https:\/\/[a-z\d-]+(\.[a-z\d-]+)+$/.test(address),
        `otherPools[${index}].domain must be an origin like https://example.auth.eu-central-1.amazoncognito.com, without a path`,
      ],
    ]),
    [
      // Plain http is for development: an https page cannot call it.
      fits(portalSettings.api.origins, api.origins) &&
        !api.origins.some((origin) => origin.startsWith('http:')),
      'api.origins must be a list of origins like https://api.example.com, or self',
    ],
    [
      events?.endpoint === undefined ||
        (fits(portalSettings.events.endpoint, events.endpoint) &&
          !events.endpoint.startsWith('http:')),
      'events.endpoint must be an https address, or a path of the site like /events',
    ],
    [
      !hsts.preload || (hsts.includeSubDomains && domain !== undefined),
      'strictTransport.preload needs strictTransport.includeSubDomains and a domain: browsers accept no other names into the preload list',
    ],
    [
      cloudFrontWebAclArn === undefined ||
        /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/.+/.test(cloudFrontWebAclArn),
      'cloudFrontWebAclArn must be the ARN of a web ACL of scope CLOUDFRONT, which is in us-east-1; for a REGIONAL one on the pool see pool.firewall',
    ],
    [
      !accessLogs || /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(accessLogs.bucket),
      'accessLogs.bucket must be the name of a bucket, without s3:// or a path',
    ],
    [
      !accessLogs || regionsWithAccessLogs.includes(accessLogs.region),
      `accessLogs.region must be one of ${regionsWithAccessLogs.join(', ')}: CloudFront delivers no access logs to buckets in other regions`,
    ],
    [
      isInteger(settings.logRetentionDays, 1, 3653),
      'logRetentionDays must be a number of days, 1 to 3653',
    ],
  ]
}

function domainRequirements(domain: StackSettings['domain']): Requirement[] {
  if (!domain) return []
  const { name, certificateArn, hostedZone } = domain
  const [, service, region] =
    /^arn:aws[\w-]*:(acm):([\w-]+):\d{12}:certificate\/./.exec(certificateArn) ?? []
  return [
    [
      /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/.test(name),
      'domain.name must be a host name in lower case, like portal.example.com',
    ],
    [
      service === 'acm',
      'domain.certificateArn must be the ARN of an ACM certificate, like arn:aws:acm:us-east-1:123456789012:certificate/…',
    ],
    [
      service === undefined || region === 'us-east-1',
      `domain.certificateArn is in ${region}, but CloudFront accepts only certificates in us-east-1: request one there, whatever the region of the stack`,
    ],
    [
      hostedZone === undefined || /^Z[A-Z\d]{1,31}$/.test(hostedZone.id),
      'domain.hostedZone.id must be the ID of a Route 53 hosted zone, like Z0123456789EXAMPLE',
    ],
    [
      hostedZone === undefined || isSameOrSubdomain(name, hostedZone.name),
      `domain.hostedZone.name must be ${name} or a parent of it: the zone for its records`,
    ],
  ]
}

/** Settings that Cognito would refuse during a deployment, or that would lock users out after it. */
function poolRequirements(settings: StackSettings): Requirement[] {
  const { pool, domain } = settings
  const { email, passkeyRelyingPartyId, groups, attributes, firewall } = pool
  const unknown = attributes.filter((name) => !Object.hasOwn(standardAttributes, name))
  const needsSender = 'needs pool.email: Cognito sends such codes only through SES'
  return [
    [!pool.emailMfa || email !== undefined, `pool.emailMfa ${needsSender}`],
    [
      !pool.emailMfa || recoveryOf(settings) !== 'EMAIL',
      'pool.recovery must be EMAIL_OR_PHONE or ADMINISTRATOR with pool.emailMfa: Cognito refuses codes by email as second factor if email is the only way to recover an account',
    ],
    [!pool.emailSignIn || email !== undefined, `pool.emailSignIn ${needsSender}`],
    [
      passkeyRelyingPartyId === undefined ||
        (domain !== undefined && isSameOrSubdomain(domain.name, passkeyRelyingPartyId)),
      `pool.passkeyRelyingPartyId must be ${domain?.name ?? 'the name of the site, so domain must be set'} or a parent of it, or no browser will use the passkeys`,
    ],
    [
      new Set(groups).size === groups.length &&
        groups.every((name) => /^[\w.@+-]{1,128}$/.test(name)),
      'pool.groups must be unique names of letters, digits and _.@+-, 128 at most',
    ],
    [attributes.includes('email'), 'pool.attributes must have email: users sign in with it'],
    [
      unknown.length === 0,
      `pool.attributes must not have ${unknown.join(', ')}: users may write only standard attributes`,
    ],
    [
      firewall === undefined || isInteger(firewall.requestsPer5Minutes, 10, 2_000_000_000),
      'pool.firewall.requestsPer5Minutes must be a whole number, 10 or more',
    ],
  ]
}

function emailRequirements(email: StackSettings['pool']['email']): Requirement[] {
  if (!email) return []
  return [
    [
      /^arn:aws[\w-]*:ses:[a-z\d-]+:\d{12}:identity\/[^/]+$/.test(email.identityArn),
      'pool.email.identityArn must be the ARN of an SES identity, like arn:aws:ses:eu-central-1:123456789012:identity/example.com',
    ],
    [
      /^[^\s@<>]+@[^\s@<>]+$/.test(email.from),
      'pool.email.from must be an email address, without a name',
    ],
  ]
}

function sessionRequirements(session: StackSettings['session']): Requirement[] {
  const { accessTokenMinutes, idTokenMinutes, refreshTokenHours, signInMinutes } = session
  const minutes = 'must be whole minutes, 5 to 60: such a token cannot be revoked everywhere'
  return [
    [isInteger(accessTokenMinutes, 5, 60), `session.accessTokenMinutes ${minutes}`],
    [isInteger(idTokenMinutes, 5, 60), `session.idTokenMinutes ${minutes}`],
    [
      isInteger(refreshTokenHours, 1, 87_600),
      'session.refreshTokenHours must be whole hours, 1 to 87600',
    ],
    [isInteger(signInMinutes, 3, 15), 'session.signInMinutes must be whole minutes, 3 to 15'],
  ]
}

function federationRequirements(federation: StackSettings['federation']): Requirement[] {
  if (!federation) return []
  const { domainPrefix, providers } = federation
  return [
    [
      /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(domainPrefix) &&
        !/aws|amazon|cognito/.test(domainPrefix),
      'federation.domainPrefix must be lower-case letters, digits and hyphens, 63 at most, without aws, amazon and cognito',
    ],
    [
      fits(portalSettings.federation.providers, providers),
      'federation.providers must be a list like [{ name: "Google" }]',
    ],
  ]
}
