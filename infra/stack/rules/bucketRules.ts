import assert from 'node:assert/strict'
import { at, idOf, list, members, ofType, property, type Template, text } from '../template.ts'
import { added, deletable, type Rule, rule, set, unset } from './rule.ts'

const buckets = (template: Template) => ofType(template, 'AWS::S3::Bucket')

const site = (template: Template, path: string) => property(template, 'BucketsSite', path)

export const bucketRules: Rule[] = [
  rule(
    'nothing in a bucket can be made public',
    (template) => {
      for (const [id, bucket] of buckets(template)) {
        const blocked = at(bucket.Properties, 'PublicAccessBlockConfiguration')
        assert.deepEqual(
          blocked,
          {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          `${id}: ${text(blocked)}`,
        )
      }
    },
    {
      'ACLs may': set('BucketsSite', 'PublicAccessBlockConfiguration.BlockPublicAcls', false),
      'policies may': unset('BucketsLogs', 'PublicAccessBlockConfiguration.BlockPublicPolicy'),
      'no block': unset('BucketsSite', 'PublicAccessBlockConfiguration'),
    },
  ),
  rule(
    'CloudFront signs what it asks of S3; there is no origin access identity',
    (template) => {
      assert.equal(ofType(template, 'AWS::CloudFront::CloudFrontOriginAccessIdentity').length, 0)
      const { Name: _, ...config } = members(
        property(template, 'SiteAccessControl', 'OriginAccessControlConfig'),
      )
      assert.deepEqual(config, {
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      })
      const origin = property(template, 'SiteDistribution', 'DistributionConfig.Origins.0')
      assert.equal(at(origin, 'S3OriginConfig.OriginAccessIdentity'), '')
      assert.equal(
        at(origin, 'OriginAccessControlId.Fn::GetAtt.0'),
        idOf(template, 'SiteAccessControl'),
      )
    },
    {
      'an identity': added('AWS::CloudFront::CloudFrontOriginAccessIdentity'),
      unsigned: set('SiteAccessControl', 'OriginAccessControlConfig.SigningBehavior', 'never'),
      'without the access control': unset(
        'SiteDistribution',
        'DistributionConfig.Origins.0.OriginAccessControlId',
      ),
    },
  ),
  rule(
    'what a deploy overwrites can be had again for a month at least',
    (template) => {
      assert.equal(site(template, 'VersioningConfiguration.Status'), 'Enabled')
      const kept = list(site(template, 'LifecycleConfiguration.Rules')).flatMap((one) =>
        list(at(one, 'NoncurrentVersionExpiration.NoncurrentDays')),
      )
      assert.ok(kept.length === 1 && Number(kept[0]) >= 30)
    },
    {
      'no versions': unset('BucketsSite', 'VersioningConfiguration'),
      'a day': set(
        'BucketsSite',
        'LifecycleConfiguration.Rules.0.NoncurrentVersionExpiration.NoncurrentDays',
        1,
      ),
    },
  ),
  rule(
    'no file of the site is deleted by its age',
    (template) => {
      for (const one of list(site(template, 'LifecycleConfiguration.Rules'))) {
        assert.equal(at(one, 'ExpirationInDays'), undefined)
      }
    },
    { 'after a year': set('BucketsSite', 'LifecycleConfiguration.Rules.0.ExpirationInDays', 365) },
  ),
  rule(
    'logs are deleted by their age',
    (template) => {
      const days = Number(
        property(template, 'BucketsLogs', 'LifecycleConfiguration.Rules.0.ExpirationInDays'),
      )
      assert.ok(days >= 1 && days <= 3653, `${days} days`)
    },
    { never: unset('BucketsLogs', 'LifecycleConfiguration') },
  ),
  rule(
    'buckets outlive the stack',
    (template) => {
      for (const [id, bucket] of buckets(template)) {
        const { DeletionPolicy, UpdateReplacePolicy } = bucket
        assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain'], id)
      }
    },
    { 'files go': deletable('BucketsSite'), 'logs go': deletable('BucketsLogs') },
  ),
  rule(
    'everything is encrypted by S3',
    (template) => {
      for (const [id, bucket] of buckets(template)) {
        const path =
          'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm'
        assert.equal(at(bucket.Properties, path), 'AES256', id)
      }
    },
    { 'left to the default': unset('BucketsSite', 'BucketEncryption') },
  ),
  rule(
    'no file has an ACL, and no bucket is a website',
    (template) => {
      const owner = site(template, 'OwnershipControls.Rules.0.ObjectOwnership')
      assert.equal(owner, 'BucketOwnerEnforced')
      for (const [id, bucket] of buckets(template)) {
        assert.equal(at(bucket.Properties, 'WebsiteConfiguration'), undefined, id)
        assert.equal(at(bucket.Properties, 'AccessControl'), undefined, id)
      }
    },
    {
      ACLs: set('BucketsSite', 'OwnershipControls.Rules.0.ObjectOwnership', 'ObjectWriter'),
      'a website': set('BucketsSite', 'WebsiteConfiguration', { IndexDocument: 'index.html' }),
    },
  ),
  rule(
    'who writes a file is on record',
    (template) =>
      assert.deepEqual(site(template, 'LoggingConfiguration.DestinationBucketName'), {
        Ref: idOf(template, 'BucketsLogs'),
      }),
    { 'is not': unset('BucketsSite', 'LoggingConfiguration') },
  ),
]
