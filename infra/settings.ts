import type { StackSettings } from './stack/stackSettings.ts'

/**
 * Your stack: edit, then run `npm run synth`. Each member is explained in `stack/stackSettings.ts`; an
 * invalid one is named and no template is written.
 */
export const settings: StackSettings = {
  stackName: 'gatehouse',
  // domain: {
  //   name: 'portal.example.com',
  //   certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/…',
  //   hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
  // },
  pool: {
    selfSignUp: true,
    // email: {
    //   identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.com',
    //   from: 'no-reply@example.com',
    // },
    emailMfa: false,
    // recovery: 'ADMINISTRATOR',
    emailSignIn: false,
    groups: ['admins'],
    attributes: ['email', 'given_name', 'family_name', 'locale', 'zoneinfo'],
    // firewall: { requestsPer5Minutes: 500 },
  },
  otherPools: [],
  session: { accessTokenMinutes: 15, idTokenMinutes: 15, refreshTokenHours: 12, signInMinutes: 10 },
  // federation: { domainPrefix: 'example', providers: [] },
  api: { origins: [] },
  // events: { endpoint: 'https://events.example.com/gatehouse' },
  strictTransport: { includeSubDomains: false, preload: false },
  // cloudFrontWebAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/…',
  priceClass: 'PRICE_CLASS_100',
  // accessLogs: { bucket: 'example-logs', region: 'eu-central-1' },
  logRetentionDays: 90,
}
