import { fits, settings as portalSettings } from '../../src/config/settings.ts'
import { type Demand, isCount, isSameOrBelow } from './demands.ts'
import { poolDemands } from './poolDemands.ts'
import type { StackSettings } from './stackSettings.ts'

/** @throws Error with a sentence for each setting that cannot work. */
export function checkSettings(settings: StackSettings): void {
  const problems = settingsProblems(settings)
  if (problems.length > 0) throw new Error(`settings.ts:\n- ${problems.join('\n- ')}`)
}

/** @returns a sentence for each setting that cannot work, beginning with its path; none if all can. */
export function settingsProblems(settings: StackSettings): string[] {
  return [
    ...siteDemands(settings),
    ...poolDemands(settings),
    ...sessionDemands(settings.session),
    ...federationDemands(settings.federation),
  ]
    .filter(([, isMet]) => !isMet)
    .map(([field, , wanted]) => `${field} ${wanted}.`)
}

const hostName = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/

function siteDemands(settings: StackSettings): Demand[] {
  const { domain, strictTransport: hsts, cloudFrontWebAclArn, api } = settings
  return [
    [
      'stackName',
      /^[A-Za-z][A-Za-z\d-]{0,39}$/.test(settings.stackName),
      'must be a letter, then letters, digits and hyphens, 40 at most: names of functions are made of it',
    ],
    ...domainDemands(domain),
    ...settings.otherPools.flatMap(({ region, domain: address }, index): Demand[] => [
      [
        `otherPools[${index}].region`,
        fits(portalSettings.cognito.region, region),
        'must be an AWS region, like eu-central-1',
      ],
      [
        `otherPools[${index}].domain`,
        address === undefined || /^https:\/\/[a-z\d-]+(\.[a-z\d-]+)+$/.test(address),
        'must be an address like https://example.auth.eu-central-1.amazoncognito.com, with nothing after it',
      ],
    ]),
    [
      'api.origins',
      // A portal in development may ask an API on http://localhost; a site of https may not.
      fits(portalSettings.api.origins, api.origins) &&
        !api.origins.some((origin) => origin.startsWith('http:')),
      'must be a list of origins like https://api.example.com, or self',
    ],
    [
      'strictTransport.preload',
      !hsts.preload || (hsts.includeSubDomains && domain !== undefined),
      'needs strictTransport.includeSubDomains and a domain: browsers build in no other names',
    ],
    [
      'cloudFrontWebAclArn',
      cloudFrontWebAclArn === undefined ||
        /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/.+/.test(cloudFrontWebAclArn),
      'must be the ARN of a web ACL of scope CLOUDFRONT, which is in us-east-1; a REGIONAL one belongs on the pool: pool.firewall',
    ],
    [
      'logRetentionDays',
      isCount(settings.logRetentionDays, 1, 3653),
      'must be a number of days, 1 to 3653',
    ],
  ]
}

function domainDemands(domain: StackSettings['domain']): Demand[] {
  if (!domain) return []
  const { name, certificateArn, hostedZone } = domain
  const [, service, region] =
    /^arn:aws[\w-]*:(acm):([\w-]+):\d{12}:certificate\/./.exec(certificateArn) ?? []
  return [
    [
      'domain.name',
      hostName.test(name),
      'must be a host name in small letters, like portal.example.com',
    ],
    [
      'domain.certificateArn',
      service === 'acm',
      'must be the ARN of a certificate of ACM, like arn:aws:acm:us-east-1:123456789012:certificate/…',
    ],
    [
      'domain.certificateArn',
      service === undefined || region === 'us-east-1',
      `is of ${region}, but CloudFront takes certificates of us-east-1 only: request one there, wherever the stack is`,
    ],
    [
      'domain.hostedZone.id',
      hostedZone === undefined || /^Z[A-Z\d]{1,31}$/.test(hostedZone.id),
      'must be the id of a hosted zone of Route 53, like Z0123456789EXAMPLE',
    ],
    [
      'domain.hostedZone.name',
      hostedZone === undefined || isSameOrBelow(name, hostedZone.name),
      `must be ${name} or a parent of it: the zone in which its records are made`,
    ],
  ]
}

function sessionDemands(session: StackSettings['session']): Demand[] {
  const { accessTokenMinutes, idTokenMinutes, refreshTokenHours, signInMinutes } = session
  const minutes = 'must be whole minutes, 5 to 60: nobody can take such a token back'
  return [
    ['session.accessTokenMinutes', isCount(accessTokenMinutes, 5, 60), minutes],
    ['session.idTokenMinutes', isCount(idTokenMinutes, 5, 60), minutes],
    [
      'session.refreshTokenHours',
      isCount(refreshTokenHours, 1, 87_600),
      'must be whole hours, 1 to 87600',
    ],
    ['session.signInMinutes', isCount(signInMinutes, 3, 15), 'must be whole minutes, 3 to 15'],
  ]
}

function federationDemands(federation: StackSettings['federation']): Demand[] {
  if (!federation) return []
  const { domainPrefix, providers } = federation
  return [
    [
      'federation.domainPrefix',
      /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/.test(domainPrefix) &&
        !/aws|amazon|cognito/.test(domainPrefix),
      'must be small letters, digits and hyphens, 63 at most, without aws, amazon and cognito',
    ],
    [
      'federation.providers',
      fits(portalSettings.federation.providers, providers),
      'must be a list like [{ name: "Google" }]',
    ],
  ]
}
