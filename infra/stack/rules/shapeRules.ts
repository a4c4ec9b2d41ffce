import assert from 'node:assert/strict'
import {
  at,
  filledIn,
  list,
  members,
  ofType,
  property,
  type Template,
  text,
  texts,
} from '../template.ts'
import { behaviours, config, theDefault } from './behaviours.ts'
import { type Mistake, plus, type Rule, rule, set, unset } from './rule.ts'

// What is there, and nothing beside it: a member that nobody has thought of may change everything.

/** Type to how many there may be. */
const counts: Record<string, [least: number, most: number]> = {
  'AWS::S3::Bucket': [2, 2],
  'AWS::S3::BucketPolicy': [2, 2],
  'AWS::CloudFront::ResponseHeadersPolicy': [1, 1],
  'AWS::CloudFront::OriginAccessControl': [1, 1],
  'AWS::CloudFront::CachePolicy': [1, 1],
  'AWS::CloudFront::Function': [1, 1],
  'AWS::CloudFront::Distribution': [1, 1],
  'AWS::Cognito::UserPool': [1, 1],
  'AWS::Cognito::UserPoolClient': [1, 1],
  'AWS::Cognito::UserPoolGroup': [0, 100],
  'AWS::Cognito::UserPoolDomain': [0, 1],
  'AWS::IAM::ManagedPolicy': [1, 1],
  'AWS::Route53::RecordSet': [0, 2],
  'AWS::WAFv2::WebACL': [0, 1],
  'AWS::WAFv2::WebACLAssociation': [0, 1],
}

/** What each may say. */
const known: Record<string, string> = {
  DistributionConfig:
    'Aliases CacheBehaviors Comment DefaultCacheBehavior DefaultRootObject Enabled HttpVersion IPV6Enabled Logging Origins PriceClass ViewerCertificate WebACLId',
  behaviour:
    'AllowedMethods CachePolicyId Compress FunctionAssociations PathPattern ResponseHeadersPolicyId TargetOriginId ViewerProtocolPolicy',
  origin: 'DomainName Id OriginAccessControlId S3OriginConfig',
  bucket:
    'BucketEncryption LifecycleConfiguration LoggingConfiguration OwnershipControls PublicAccessBlockConfiguration VersioningConfiguration',
  policy: 'Description Path PolicyDocument',
}

const only = (json: Parameters<typeof members>[0], what: string) =>
  assert.deepEqual(
    Object.keys(members(json)).filter((name) => !known[what]?.split(' ').includes(name)),
    [],
    what,
  )

const another =
  (type: string, properties = {}): Mistake =>
  (template) => {
    template.Resources['Another'] = { Type: type, Properties: properties }
  }

export const shapeRules: Rule[] = [
  rule(
    'there is nothing that has not been thought of',
    (template) => {
      const types = new Set(Object.values(template.Resources).map(({ Type }) => Type))
      for (const type of new Set([...types, ...Object.keys(counts)])) {
        const [least, most] = counts[type] ?? [0, 0]
        const { length } = ofType(template, type)
        assert.ok(length >= least && length <= most, `${length} of ${type}`)
      }
    },
    {
      'a second policy of the bucket': another('AWS::S3::BucketPolicy'),
      'a second policy for people': another('AWS::IAM::ManagedPolicy'),
      'a role': another('AWS::IAM::Role'),
      'a function of Lambda': another('AWS::Lambda::Function'),
    },
  ),
  rule(
    'the distribution, its behaviours and its origin say what they have to, and no more',
    (template) => {
      only(property(template, 'SiteDistribution', 'DistributionConfig'), 'DistributionConfig')
      for (const behaviour of behaviours(template)) only(behaviour, 'behaviour')
      assert.equal(list(config(template, 'Origins')).length, 1)
      for (const origin of list(config(template, 'Origins'))) only(origin, 'origin')
    },
    {
      'a folder of the bucket': set(
        'SiteDistribution',
        'DistributionConfig.Origins.0.OriginPath',
        '/x',
      ),
      'signed addresses': set('SiteDistribution', `${theDefault}.TrustedKeyGroups`, ['key']),
      'countries kept out': set('SiteDistribution', 'DistributionConfig.Restrictions', {
        GeoRestriction: { RestrictionType: 'whitelist', Locations: ['DE'] },
      }),
      'a trial of another': set('SiteDistribution', 'DistributionConfig.Staging', true),
      'queries sent to S3': set('SiteDistribution', `${theDefault}.OriginRequestPolicyId`, 'all'),
      'a function at the edge': set(
        'SiteDistribution',
        `${theDefault}.LambdaFunctionAssociations`,
        [],
      ),
      'another origin': plus('SiteDistribution', 'DistributionConfig.Origins', { Id: 'other' }),
    },
  ),
  rule(
    'a bucket lets nobody else in, and gives nothing away',
    (template) => {
      for (const [, { Properties }] of ofType(template, 'AWS::S3::Bucket'))
        only(Properties, 'bucket')
    },
    {
      'other sites': set('BucketsSite', 'CorsConfiguration', { CorsRules: [] }),
      'another account': set('BucketsSite', 'ReplicationConfiguration', { Role: 'r', Rules: [] }),
      'a website': set('BucketsSite', 'WebsiteConfiguration', { IndexDocument: 'index.html' }),
    },
  ),
  rule(
    'what expires does, and the site does not',
    (template) => {
      for (const name of ['BucketsSite', 'BucketsLogs']) {
        for (const one of list(property(template, name, 'LifecycleConfiguration.Rules'))) {
          assert.equal(at(one, 'Status'), 'Enabled')
          const names = ['ExpirationDate', 'Transitions', 'Prefix', 'TagFilters']
          for (const other of names) assert.equal(at(one, other), undefined, other)
        }
      }
    },
    {
      'logs are kept for ever': set(
        'BucketsLogs',
        'LifecycleConfiguration.Rules.0.Status',
        'Disabled',
      ),
      'the site ends on a day': set(
        'BucketsSite',
        'LifecycleConfiguration.Rules.0.ExpirationDate',
        '2030-01-01T00:00:00Z',
      ),
      'files go to an archive': set(
        'BucketsSite',
        'LifecycleConfiguration.Rules.0.Transitions',
        [],
      ),
    },
  ),
  rule(
    'the deploy policy is nobody’s by itself',
    (template) => only(template.Resources[idOfPolicy(template)]?.Properties, 'policy'),
    { 'a user has it': set('DeployPolicy', 'Users', ['somebody']) },
  ),
  rule(
    'the site answers under the name that it says',
    (template) => {
      const aliases = texts(config(template, 'Aliases'))
      const url = filledIn(template, template.Outputs['SiteUrl']?.Value)
      if (aliases.length > 0)
        assert.deepEqual(
          [url],
          aliases.map((name) => `https://${name}`),
        )
      for (const [, { Properties }] of ofType(template, 'AWS::Route53::RecordSet')) {
        assert.equal(`https://${text(Properties['Name']).replace(/\.$/, '')}`, url)
      }
    },
    {
      'another name': set('SiteDistribution', 'DistributionConfig.Aliases', ['other.example.com']),
      'a record of another': set('Ipv4', 'Name', 'other.example.com.'),
    },
  ),
  rule(
    'passkeys belong to the site, and codes are codes',
    (template) => {
      const party = property(template, 'UsersPool', 'WebAuthnRelyingPartyID')
      const [alias = ''] = texts(config(template, 'Aliases'))
      if (party !== undefined) assert.ok(`.${alias}`.endsWith(`.${text(party)}`), text(party))
      const option = property(
        template,
        'UsersPool',
        'VerificationMessageTemplate.DefaultEmailOption',
      )
      assert.equal(option, 'CONFIRM_WITH_CODE')
    },
    {
      'another party': set('UsersPool', 'WebAuthnRelyingPartyID', 'example.org'),
      'links of Cognito’s': set(
        'UsersPool',
        'VerificationMessageTemplate.DefaultEmailOption',
        'CONFIRM_WITH_LINK',
      ),
    },
  ),
  rule(
    'the scopes of a provider’s sign-in are those that the portal asks for',
    (template) => {
      const scopes = texts(property(template, 'UsersPoolClient', 'AllowedOAuthScopes'))
      const wanted = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']
      if (scopes.length > 0) assert.deepEqual(scopes, wanted)
    },
    {
      'too few': set('UsersPoolClient', 'AllowedOAuthScopes', ['openid']),
      'one more': plus('UsersPoolClient', 'AllowedOAuthScopes', 'phone'),
    },
  ),
  rule(
    'the firewall lets people in, and counts',
    (template) => {
      for (const [, { Properties }] of ofType(template, 'AWS::WAFv2::WebACL')) {
        assert.deepEqual(Properties['DefaultAction'], { Allow: {} })
        const limit = at(Properties['Rules'], '0.Statement.RateBasedStatement.Limit')
        assert.ok(typeof limit === 'number' && limit <= 100_000)
      }
      const { length } = ofType(template, 'AWS::WAFv2::WebACL')
      assert.equal(ofType(template, 'AWS::WAFv2::WebACLAssociation').length, length)
    },
    {
      'everybody is kept out': set('FirewallAcl', 'DefaultAction', { Block: {} }),
      'nothing counts': set('FirewallAcl', 'Rules.0.Statement.RateBasedStatement.Limit', 2e9),
      'no rule': unset('FirewallAcl', 'Rules'),
    },
  ),
]

const idOfPolicy = (template: Template) => ofType(template, 'AWS::IAM::ManagedPolicy')[0]?.[0] ?? ''
