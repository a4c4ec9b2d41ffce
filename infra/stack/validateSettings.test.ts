import { App } from 'aws-cdk-lib'
import { describe, expect, it } from 'vitest'
import { complete, examples, plain } from './test/examples.ts'
import { GatehouseStack } from './GatehouseStack.ts'
import type { StackSettings } from './stackSettings.ts'
import { validateSettings } from './validateSettings.ts'

const certificateOf = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/1`

const domain = {
  name: 'portal.example.com',
  certificateArn: certificateOf('us-east-1'),
  hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
}
const email = {
  identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.com',
  from: 'no-reply@example.com',
}
const withPool = (pool: Partial<StackSettings['pool']>) => ({ pool: { ...plain.pool, ...pool } })
const withSession = (session: Partial<StackSettings['session']>) => ({
  session: { ...plain.session, ...session },
})
const federation = { domainPrefix: 'example', providers: [] }

const wrong: [field: string, settings: Partial<StackSettings>][] = [
  ['stackName', { stackName: '' }],
  ['stackName', { stackName: 'my portal' }],
  ['stackName', { stackName: 'x'.repeat(41) }],
  ['domain.name', { domain: { ...domain, name: 'https://portal.example.com' } }],
  ['domain.name', { domain: { ...domain, name: 'Portal.example.com' } }],
  ['domain.certificateArn', { domain: { ...domain, certificateArn: 'arn:aws:iam::1:server' } }],
  [
    'domain.certificateArn',
    { domain: { ...domain, certificateArn: certificateOf('eu-central-1') } },
  ],
  ['domain.hostedZone.id', { domain: { ...domain, hostedZone: { id: 'z', name: 'example.com' } } }],
  [
    'domain.hostedZone.name',
    { domain: { ...domain, hostedZone: { id: 'Z1', name: 'ample.com' } } },
  ],
  ['pool.email.identityArn', withPool({ email: { ...email, identityArn: 'example.com' } })],
  ['pool.email.from', withPool({ email: { ...email, from: 'Example <no-reply@example.com>' } })],
  ['pool.emailMfa', withPool({ emailMfa: true })],
  ['pool.emailSignIn', withPool({ emailSignIn: true })],
  ['pool.recovery', withPool({ email, emailMfa: true, recovery: 'EMAIL' })],
  ['pool.passkeyRelyingPartyId', withPool({ passkeyRelyingPartyId: 'example.com' })],
  ['pool.passkeyRelyingPartyId', { domain, ...withPool({ passkeyRelyingPartyId: 'example.org' }) }],
  ['pool.groups', withPool({ groups: ['admins', 'admins'] })],
  ['pool.groups', withPool({ groups: ['the admins'] })],
  ['pool.attributes', withPool({ attributes: ['given_name'] })],
  ['pool.attributes', withPool({ attributes: ['email', 'custom:role'] })],
  ['pool.attributes', withPool({ attributes: ['email', 'email_verified'] })],
  ['pool.firewall.requestsPer5Minutes', withPool({ firewall: { requestsPer5Minutes: 9 } })],
  ['session.accessTokenMinutes', withSession({ accessTokenMinutes: 1 })],
  ['session.accessTokenMinutes', withSession({ accessTokenMinutes: 1440 })],
  ['session.idTokenMinutes', withSession({ idTokenMinutes: 7.5 })],
  ['session.refreshTokenHours', withSession({ refreshTokenHours: 0 })],
  ['session.signInMinutes', withSession({ signInMinutes: 16 })],
  ['federation.domainPrefix', { federation: { ...federation, domainPrefix: 'my-cognito' } }],
  ['federation.domainPrefix', { federation: { ...federation, domainPrefix: 'Example' } }],
  ['api.origins', { api: { origins: ['https://api.example.com/v1'] } }],
  ['api.origins', { api: { origins: ['*'] } }],
  ['events.endpoint', { events: { endpoint: 'https://*' } }],
  ['events.endpoint', { events: { endpoint: 'http://events.example.com/' } }],
  ['api.origins', { api: { origins: ['http://localhost:3000'] } }],
  [
    'strictTransport.preload',
    { domain, strictTransport: { includeSubDomains: false, preload: true } },
  ],
  ['strictTransport.preload', { strictTransport: { includeSubDomains: true, preload: true } }],
  [
    'cloudFrontWebAclArn',
    { cloudFrontWebAclArn: 'arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/portal/1' },
  ],
  ['accessLogs.bucket', { accessLogs: { bucket: 's3://logs', region: 'eu-central-1' } }],
  ['accessLogs.region', { accessLogs: { bucket: 'example-logs', region: 'eu-south-1' } }],
  ['accessLogs.region', { accessLogs: { bucket: 'example-logs', region: 'Frankfurt' } }],
  ['logRetentionDays', { logRetentionDays: 0 }],
]

describe('validateSettings', () => {
  it.each(Object.entries(examples))('accepts %s', (_, settings) => {
    expect(validateSettings(settings)).toEqual([])
  })

  it.each(wrong)('names %s if it is invalid: %j', (field, settings) => {
    const problems = validateSettings({ ...plain, ...settings })
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(`^${field} (must|needs|is) .+\\.$`)),
    ])
  })

  it('names the region of a certificate, and the one it must have', () => {
    const settings = {
      ...plain,
      domain: { ...domain, certificateArn: certificateOf('eu-central-1') },
    }
    expect(validateSettings(settings)).toEqual([
      'domain.certificateArn is in eu-central-1, but CloudFront accepts only certificates in us-east-1: ' +
        'request one there, whatever the region of the stack.',
    ])
  })

  it('names the attribute that users must not write', () => {
    const settings = { ...plain, ...withPool({ attributes: ['email', 'custom:role'] }) }
    expect(validateSettings(settings).join()).toContain('must not have custom:role')
  })
})

describe('GatehouseStack', () => {
  it('throws for invalid settings, and names them all', () => {
    const settings = { ...plain, stackName: '1', logRetentionDays: -1 }
    expect(() => new GatehouseStack(new App(), settings)).toThrow(
      /^settings\.ts:\n- stackName must .+\n- logRetentionDays must .+$/,
    )
  })

  it('throws if the origins do not fit into a header', () => {
    const origins = Array.from({ length: 60 }, (_, n) => `https://api-${n}.example.com`)
    expect(() => new GatehouseStack(new App(), { ...complete, api: { origins } })).toThrow(
      "Content-Security-Policy is longer than CloudFront's limit of 1783 characters: name fewer api.origins.",
    )
  })
})
