import { Match } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import {
  at,
  changesTo,
  fill,
  idOf,
  type Invariant,
  type Json,
  list,
  resource,
  type Synthesized,
  testInvariants,
} from './test/invariants.ts'

const distribution = 'AWS::CloudFront::Distribution'

const allowed = ({ json }: Synthesized, name: string): Json[] =>
  list(at(resource(json, name).Properties, 'PolicyDocument.Statement')).filter(
    (statement) => at(statement, 'Effect') === 'Allow',
  )

const logsChange = changesTo('BucketsLogs')
const logsPolicyChange = changesTo('BucketsLogsPolicy', 'PolicyDocument.')
const siteChange = changesTo('BucketsSite')
const sitePolicyChange = changesTo('BucketsSitePolicy', 'PolicyDocument.')
const accessControlChange = changesTo('SiteAccessControl')
const distributionChange = changesTo('SiteDistribution', 'DistributionConfig.')

const invariants: Invariant[] = [
  {
    name: 'buckets are private',
    check: ({ template, json }) => {
      template.allResourcesProperties('AWS::S3::Bucket', {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        AccessControl: Match.absent(),
        CorsConfiguration: Match.absent(),
        ReplicationConfiguration: Match.absent(),
        WebsiteConfiguration: Match.absent(),
      })
      const owner = at(resource(json, 'BucketsSite').Properties, 'OwnershipControls.Rules.0')
      expect(owner).toEqual({ ObjectOwnership: 'BucketOwnerEnforced' })
    },
    mistakes: {
      'public ACLs': siteChange.set('PublicAccessBlockConfiguration.BlockPublicAcls', false),
      'a public policy': logsChange.set(
        'PublicAccessBlockConfiguration.BlockPublicPolicy',
        undefined,
      ),
      'a website': siteChange.set('WebsiteConfiguration', { IndexDocument: 'index.html' }),
      'a copy in another account': siteChange.set('ReplicationConfiguration', { Rules: [] }),
      'ACLs on objects': siteChange.set(
        'OwnershipControls.Rules.0.ObjectOwnership',
        'ObjectWriter',
      ),
    },
  },
  {
    name: 'only this distribution reads the site bucket, with signed requests (OAC)',
    check: (stack) => {
      const { json, template } = stack
      const bucket = idOf(json, 'BucketsSite')
      const [statement, ...others] = allowed(stack, 'BucketsSitePolicy')
      expect(others).toEqual([])
      expect(at(statement, 'Principal')).toEqual({ Service: 'cloudfront.amazonaws.com' })
      expect(list(at(statement, 'Action'))).toEqual(['s3:GetObject', 's3:ListBucket'])
      expect(list(at(statement, 'Resource')).map((arn) => fill(json, arn))).toEqual([
        `<${bucket}.Arn>/*`,
        `<${bucket}.Arn>`,
      ])
      const source = fill(json, at(statement, 'Condition.StringEquals.AWS:SourceArn'))
      expect(source).toContain(`:distribution/<${idOf(json, 'SiteDistribution')}>`)
      template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
        OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
      })
      const origin = {
        DomainName: { 'Fn::GetAtt': [bucket, 'RegionalDomainName'] },
        OriginAccessControlId: { 'Fn::GetAtt': [idOf(json, 'SiteAccessControl'), 'Id'] },
        OriginPath: Match.absent(),
        S3OriginConfig: { OriginAccessIdentity: '' },
      }
      template.hasResourceProperties(distribution, { DistributionConfig: { Origins: [origin] } })
    },
    mistakes: {
      'every principal': sitePolicyChange.set('Statement.2.Principal', '*'),
      'every distribution': sitePolicyChange.set('Statement.2.Condition', undefined),
      'CloudFront may write': sitePolicyChange.append('Statement.2.Action', 's3:PutObject'),
      'a missing file is a 403': sitePolicyChange.set('Statement.2.Action', 's3:GetObject'),
      'another statement': sitePolicyChange.append('Statement', {
        Effect: 'Allow',
        Principal: '*',
      }),
      'unsigned requests': accessControlChange.set(
        'OriginAccessControlConfig.SigningBehavior',
        'never',
      ),
      'no access control': distributionChange.set('Origins.0.OriginAccessControlId', undefined),
      'another origin': distributionChange.append('Origins', { Id: 'another' }),
    },
  },
  {
    name: 'requests and writes are logged without cookies; only S3 and CloudFront write the logs',
    check: (stack) => {
      const { json } = stack
      const { accessLogs } = stack.settings
      const logs = idOf(json, 'BucketsLogs')
      const logging = at(
        resource(json, 'SiteDistribution').Properties,
        'DistributionConfig.Logging',
      )
      if (accessLogs === false) expect(logging).toBeUndefined()
      else expect(at(logging, 'IncludeCookies')).toBe(false)
      if (accessLogs === undefined) {
        expect(at(logging, 'Bucket')).toEqual({ 'Fn::GetAtt': [logs, 'RegionalDomainName'] })
      }
      if (accessLogs) {
        const { bucket, region } = accessLogs
        const name = fill(json, at(logging, 'Bucket'))
        expect(name).toBe(`${bucket}.s3.${region}.amazonaws.com`)
      }
      const writes = at(resource(json, 'BucketsSite').Properties, 'LoggingConfiguration')
      expect(at(writes, 'DestinationBucketName')).toEqual({ Ref: logs })
      for (const statement of allowed(stack, 'BucketsLogsPolicy')) {
        expect(at(statement, 'Principal')).toEqual({ Service: 'logging.s3.amazonaws.com' })
        expect(at(statement, 'Action')).toBe('s3:PutObject')
        expect(at(statement, 'Condition.ArnLike.aws:SourceArn')).toBeDefined()
      }
      // CloudFront grants itself access with an ACL.
      const owner = at(resource(json, 'BucketsLogs').Properties, 'OwnershipControls.Rules.0')
      expect(owner).toEqual({ ObjectOwnership: 'BucketOwnerPreferred' })
    },
    mistakes: {
      cookies: distributionChange.set('Logging.IncludeCookies', true),
      'no log of requests': distributionChange.set('Logging', undefined),
      'no log of writes': siteChange.set('LoggingConfiguration', undefined),
      'logs are public': logsPolicyChange.append('Statement', {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: '*',
      }),
      'logs elsewhere': distributionChange.set('Logging.Bucket', 'logs.s3.us-east-1.amazonaws.com'),
      'CloudFront cannot write': logsChange.set(
        'OwnershipControls.Rules.0.ObjectOwnership',
        'BucketOwnerEnforced',
      ),
    },
  },
  {
    name: 'overwritten files can be restored for 30 days or more, files never expire, logs do',
    check: ({ json, settings }) => {
      const site = resource(json, 'BucketsSite').Properties
      expect(at(site, 'VersioningConfiguration.Status')).toBe('Enabled')
      const expiries = ['ExpirationDate', 'ExpirationInDays', 'Transitions']
      for (const rule of list(at(site, 'LifecycleConfiguration.Rules'))) {
        expect(expiries.filter((name) => at(rule, name) !== undefined)).toEqual([])
        const days = at(rule, 'NoncurrentVersionExpiration.NoncurrentDays') ?? 30
        expect(Number(days)).toBeGreaterThanOrEqual(30)
      }
      const logs = at(resource(json, 'BucketsLogs').Properties, 'LifecycleConfiguration.Rules.0')
      expect(at(logs, 'ExpirationInDays')).toBe(settings.logRetentionDays)
      expect(at(logs, 'Status')).toBe('Enabled')
    },
    mistakes: {
      'no versions': siteChange.set('VersioningConfiguration', undefined),
      'a day': siteChange.set(
        'LifecycleConfiguration.Rules.0.NoncurrentVersionExpiration.NoncurrentDays',
        1,
      ),
      'files expire': siteChange.set('LifecycleConfiguration.Rules.0.ExpirationInDays', 365),
      'logs are kept for ever': logsChange.set('LifecycleConfiguration', undefined),
      'logs do not expire': logsChange.set('LifecycleConfiguration.Rules.0.Status', 'Disabled'),
    },
  },
  {
    // CloudFront does not deliver these logs to buckets in opt-in regions: the deploy would fail half-way.
    name: 'a stack that keeps the access logs is refused in opt-in regions, before anything is created',
    check: ({ json: { Rules }, settings: { accessLogs } }) => {
      if (accessLogs !== undefined) return expect(Rules).toBeUndefined()
      const [assertion] = list(at(Rules?.['AccessLogsRegion'], 'Assertions'))
      const [regions, region] = list(at(assertion, 'Assert.Fn::Contains'))
      expect(region).toEqual({ Ref: 'AWS::Region' })
      expect(list(regions)).toEqual(expect.arrayContaining(['us-east-1', 'eu-central-1']))
      for (const optIn of ['af-south-1', 'ap-east-1', 'eu-south-1', 'eu-central-2', 'me-south-1']) {
        expect(list(regions)).not.toContain(optIn)
      }
      return expect(at(assertion, 'AssertDescription')).toContain('accessLogs')
    },
    mistakes: {
      'no rule': (json) => {
        delete json.Rules
      },
      'an opt-in region': ({ Rules }) => {
        const regions = at(Rules?.['AccessLogsRegion'], 'Assertions.0.Assert.Fn::Contains.0')
        if (Array.isArray(regions)) regions[0] = 'eu-south-1'
      },
    },
  },
]

testInvariants(invariants)
