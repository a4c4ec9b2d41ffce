import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import {
  at,
  filledIn,
  idOf,
  type Json,
  list,
  members,
  property,
  type Template,
} from '../template.ts'
import { plus, type Rule, rule, set, unset, without } from './rule.ts'

const statements = (template: Template, name: string) =>
  list(property(template, name, 'PolicyDocument.Statement'))

const policies = ['BucketsSitePolicy', 'BucketsLogsPolicy']

/** Does a statement refuse everybody everything in the bucket and on it, under just this condition? */
const refuses = (template: Template, policy: string, condition: Json) =>
  statements(template, policy).some((statement) =>
    isDeepStrictEqual(
      { ...members(statement), Resource: list(at(statement, 'Resource')).length },
      {
        Action: 's3:*',
        Condition: condition,
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Resource: 2,
      },
    ),
  )

const allowed = (template: Template, policy: string) =>
  statements(template, policy).filter((statement) => at(statement, 'Effect') === 'Allow')

export const bucketPolicyRules: Rule[] = [
  rule(
    'no bucket answers without TLS',
    (template) => {
      for (const policy of policies) {
        assert.ok(refuses(template, policy, { Bool: { 'aws:SecureTransport': 'false' } }), policy)
      }
    },
    {
      'files do': without('BucketsSitePolicy', 'PolicyDocument.Statement', 0),
      'logs do': set('BucketsLogsPolicy', 'PolicyDocument.Statement.0.Effect', 'Allow'),
    },
  ),
  rule(
    'no bucket answers over TLS before 1.2',
    (template) => {
      for (const policy of policies) {
        assert.ok(refuses(template, policy, { NumericLessThan: { 's3:TlsVersion': 1.2 } }), policy)
      }
    },
    {
      'over 1.0': set('BucketsSitePolicy', 'PolicyDocument.Statement.1.Condition', {
        NumericLessThan: { 's3:TlsVersion': 1 },
      }),
    },
  ),
  rule(
    'only this distribution of CloudFront reads the files',
    (template) => {
      const found = allowed(template, 'BucketsSitePolicy')
      assert.equal(found.length, 1)
      assert.deepEqual(at(found[0], 'Principal'), { Service: 'cloudfront.amazonaws.com' })
      assert.deepEqual(Object.keys(members(at(found[0], 'Condition'))), ['StringEquals'])
      assert.equal(
        filledIn(template, at(found[0], 'Condition.StringEquals.AWS:SourceArn')),
        `arn:aws:cloudfront::123456789012:distribution/<${idOf(template, 'SiteDistribution')}>`,
      )
    },
    {
      everybody: set('BucketsSitePolicy', 'PolicyDocument.Statement.2.Principal', '*'),
      'somebody else too': plus('BucketsSitePolicy', 'PolicyDocument.Statement', {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: { AWS: '*' },
        Resource: '*',
      }),
      'any distribution': unset('BucketsSitePolicy', 'PolicyDocument.Statement.2.Condition'),
    },
  ),
  rule(
    'CloudFront reads and lists, so that a missing file is a 404, and writes nothing',
    (template) => {
      const [statement] = allowed(template, 'BucketsSitePolicy')
      const bucket = idOf(template, 'BucketsSite')
      assert.deepEqual(list(at(statement, 'Action')), ['s3:GetObject', 's3:ListBucket'])
      assert.deepEqual(
        list(at(statement, 'Resource')).map((one) => filledIn(template, one)),
        [`<${bucket}.Arn>/*`, `<${bucket}.Arn>`],
      )
    },
    {
      'a missing file is a 403': set(
        'BucketsSitePolicy',
        'PolicyDocument.Statement.2.Action',
        's3:GetObject',
      ),
      writes: plus('BucketsSitePolicy', 'PolicyDocument.Statement.2.Action', 's3:PutObject'),
    },
  ),
  rule(
    'only S3 itself writes logs by policy',
    (template) => {
      for (const statement of allowed(template, 'BucketsLogsPolicy')) {
        assert.deepEqual(at(statement, 'Principal'), { Service: 'logging.s3.amazonaws.com' })
        assert.equal(at(statement, 'Action'), 's3:PutObject')
        assert.notEqual(at(statement, 'Condition.ArnLike.aws:SourceArn'), undefined)
      }
    },
    {
      'everybody reads them': set('BucketsLogsPolicy', 'PolicyDocument.Statement.2', {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Principal: '*',
        Resource: '*',
      }),
    },
  ),
]
