import { settings } from '../../settings.ts'
import type { StackSettings } from '../stackSettings.ts'

/** The required settings only: no domain, no email sender. */
export const plain: StackSettings = {
  stackName: 'gatehouse',
  pool: {
    selfSignUp: false,
    emailMfa: false,
    emailSignIn: false,
    groups: ['admins'],
    attributes: ['email', 'given_name'],
  },
  otherPools: [],
  session: { accessTokenMinutes: 15, idTokenMinutes: 15, refreshTokenHours: 12, signInMinutes: 10 },
  api: { origins: [] },
  strictTransport: { includeSubDomains: false, preload: false },
  priceClass: 'PRICE_CLASS_100',
  logRetentionDays: 90,
}

/** Every setting. */
export const complete: StackSettings = {
  stackName: 'gatehouse',
  domain: {
    name: 'portal.example.com',
    certificateArn:
      'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
    hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
  },
  pool: {
    selfSignUp: true,
    email: {
      identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.com',
      from: 'no-reply@example.com',
      fromName: 'Example',
    },
    emailMfa: true,
    emailSignIn: true,
    groups: ['admins', 'members'],
    attributes: ['email', 'given_name', 'phone_number'],
    firewall: { requestsPer5Minutes: 500 },
  },
  otherPools: [{ region: 'eu-west-1', domain: 'https://login.example.com' }],
  session: { accessTokenMinutes: 5, idTokenMinutes: 5, refreshTokenHours: 1, signInMinutes: 3 },
  federation: { domainPrefix: 'example', providers: [{ name: 'Google', label: 'Google' }] },
  api: { origins: ['self', 'https://api.example.com'] },
  events: { endpoint: 'https://events.example.com/gatehouse' },
  strictTransport: { includeSubDomains: true, preload: true },
  cloudFrontWebAclArn:
    'arn:aws:wafv2:us-east-1:123456789012:global/webacl/portal/12345678-1234-1234-1234-123456789012',
  priceClass: 'PRICE_CLASS_ALL',
  logRetentionDays: 30,
}

/** For a region where CloudFront delivers no logs. Recovery is an administrator's task. */
const logsElsewhere: StackSettings = {
  ...plain,
  accessLogs: { bucket: 'example-logs', region: 'eu-central-1' },
  pool: {
    ...plain.pool,
    email: { identityArn: 'arn:aws:ses:eu-west-1:123456789012:identity/a.b', from: 'a@a.b' },
    emailMfa: true,
    recovery: 'ADMINISTRATOR',
  },
}

const withoutLogs: StackSettings = { ...plain, accessLogs: false }

/** Settings that every invariant is checked with; those of the operator's own stack are among them. */
export const examples = {
  'settings.ts': settings,
  plain,
  complete,
  logsElsewhere,
  withoutLogs,
}
