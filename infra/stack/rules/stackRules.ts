import { outputsOfStack } from '../../deploy/stackOutputs.ts'
import assert from 'node:assert/strict'
import { parseConfig } from '../../../src/config/loadConfig.ts'
import { at, filledIn, idOf, list, property, type Template, text } from '../template.ts'
import { added, plus, type Rule, rule, set } from './rule.ts'

/** All that there may be: anything else is for somebody to think about first. */
const types = [
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::Route53::RecordSet',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::WebACLAssociation',
]

const statement = 'PolicyDocument.Statement'

const output = (template: Template, name: string) =>
  filledIn(template, template.Outputs[name]?.Value)

const changeOutput = (name: string, value: string) => (template: Template) => {
  template.Outputs[name] = { Value: value }
}

export const stackRules: Rule[] = [
  rule(
    'nothing is in the stack that nobody thought of',
    (template) => {
      const others = Object.values(template.Resources).filter(({ Type }) => !types.includes(Type))
      assert.deepEqual(
        others.map(({ Type }) => Type),
        [],
      )
    },
    { 'a role': added('AWS::IAM::Role'), 'a queue': added('AWS::SQS::Queue') },
  ),
  rule(
    'it needs neither parameters nor assets, and does not tell what made it',
    (template) => {
      // CloudFront's zone in Route 53 is another in China: CDK makes a mapping of it.
      const sections = Object.keys(template).filter((section) => section !== 'Mappings')
      assert.deepEqual(sections.toSorted(), ['Description', 'Outputs', 'Resources'])
    },
    {
      'a bootstrap version': (template) => {
        template['Parameters'] = { BootstrapVersion: {} }
      },
    },
  ),
  rule(
    'a deploy may do what it does, and no more',
    (template) => {
      const site = idOf(template, 'BucketsSite')
      const granted = list(property(template, 'DeployPolicy', statement)).map((one) => [
        at(one, 'Effect'),
        list(at(one, 'Action')),
        list(at(one, 'Resource')).map((resource) => filledIn(template, resource)),
      ])
      const distribution = `arn:aws:cloudfront::123456789012:distribution/<${idOf(template, 'SiteDistribution')}>`
      assert.deepEqual(granted, [
        ['Allow', ['s3:ListBucket'], [`<${site}.Arn>`]],
        ['Allow', ['s3:GetObject'], [`<${site}.Arn>/*`]],
        ['Allow', ['s3:PutObject'], [`<${site}.Arn>/*`]],
        ['Allow', ['s3:DeleteObject'], [`<${site}.Arn>/*`]],
        ['Allow', ['cloudfront:CreateInvalidation'], [distribution]],
        ['Allow', ['cloudformation:DescribeStacks'], ['<AWS::StackId>']],
      ])
    },
    {
      'any bucket': set('DeployPolicy', `${statement}.0.Resource`, '*'),
      'anything in S3': set('DeployPolicy', `${statement}.0.Action`, 's3:*'),
      'the pool': plus('DeployPolicy', statement, {
        Effect: 'Allow',
        Action: 'cognito-idp:AdminCreateUser',
        Resource: '*',
      }),
      'any distribution': set('DeployPolicy', `${statement}.4.Resource`, '*'),
    },
  ),
  rule(
    'what a deploy has to know is said by the outputs',
    (template) => {
      assert.deepEqual(Object.keys(template.Outputs).toSorted(), [
        'ConnectSources',
        'DeployPolicyArn',
        'DistributionDomainName',
        'DistributionId',
        'PortalConfig',
        'SiteBucket',
        'SiteUrl',
        'UserPoolClientId',
        'UserPoolId',
      ])
      for (const key of outputsOfStack) assert.ok(output(template, key), key)
      assert.equal(output(template, 'SiteBucket'), `<${idOf(template, 'BucketsSite')}>`)
      assert.equal(output(template, 'DistributionId'), `<${idOf(template, 'SiteDistribution')}>`)
    },
    {
      'the wrong bucket': changeOutput('SiteBucket', 'logs'),
      'one more': changeOutput('Secret', 'told'),
    },
  ),
  rule(
    'the portal takes the config of the stack, which names its pool and client',
    (template) => {
      const { cognito } = parseConfig(output(template, 'PortalConfig'))
      assert.equal(cognito.region, 'eu-central-1')
      assert.equal(cognito.userPoolId, output(template, 'UserPoolId'))
      assert.equal(cognito.userPoolClientId, output(template, 'UserPoolClientId'))
    },
    {
      'no JSON': changeOutput('PortalConfig', '<!doctype html>'),
      'no such setting': changeOutput(
        'PortalConfig',
        '{"cognito":{"pool":"eu-central-1_AbCdEfGhI"}}',
      ),
    },
  ),
  rule(
    'the portal offers what the pool admits',
    (template) => {
      const { signIn, signUp, passwordPolicy } = parseConfig(output(template, 'PortalConfig'))
      const pool = (path: string) => property(template, 'UsersPool', path)
      const first = list(pool('Policies.SignInPolicy.AllowedFirstAuthFactors'))
      assert.equal(signIn.passkeys, first.includes('WEB_AUTHN'))
      assert.equal(signIn.flow, first.length > 1 ? 'USER_AUTH' : 'USER_SRP_AUTH')
      assert.deepEqual(signIn.secondFactors, pool('EnabledMfas'))
      assert.equal(signUp.enabled, !pool('AdminCreateUserConfig.AllowAdminCreateUserOnly'))
      assert.equal(passwordPolicy.minimumLength, pool('Policies.PasswordPolicy.MinimumLength'))
      assert.equal(passwordPolicy.requireSymbols, pool('Policies.PasswordPolicy.RequireSymbols'))
    },
    {
      'passkeys that it does not': set(
        'UsersPool',
        'Policies.SignInPolicy.AllowedFirstAuthFactors',
        ['PASSWORD'],
      ),
      'accounts that it does not make': set(
        'UsersPool',
        'AdminCreateUserConfig.AllowAdminCreateUserOnly',
        true,
      ),
      'a password that is too short': set('UsersPool', 'Policies.PasswordPolicy.MinimumLength', 20),
    },
  ),
  rule(
    'a session lasts as long in the portal as in the pool',
    (template) => {
      const { session } = parseConfig(output(template, 'PortalConfig'))
      const minutes = Number(property(template, 'UsersPoolClient', 'RefreshTokenValidity'))
      assert.equal(session.refreshTokenValiditySeconds, minutes * 60)
    },
    { longer: set('UsersPoolClient', 'RefreshTokenValidity', 120) },
  ),
  rule(
    'people may change in the portal what the client may write',
    (template) => {
      const { profile } = parseConfig(output(template, 'PortalConfig'))
      const written = property(template, 'UsersPoolClient', 'WriteAttributes')
      assert.deepEqual(profile.attributes.toSorted(), written)
    },
    { more: plus('UsersPoolClient', 'WriteAttributes', 'nickname') },
  ),
  rule(
    'the name of the site leads to CloudFront, over IPv4 and IPv6',
    (template) => {
      const records = Object.values(template.Resources).filter(
        ({ Type }) => Type === 'AWS::Route53::RecordSet',
      )
      if (records.length === 0) return
      assert.deepEqual(records.map((record) => text(record.Properties['Type'])).toSorted(), [
        'A',
        'AAAA',
      ])
      for (const { Properties } of records) {
        const target = at(Properties, 'AliasTarget.DNSName.Fn::GetAtt.0')
        assert.equal(target, idOf(template, 'SiteDistribution'))
      }
    },
    {
      'not over IPv6': set('Ipv6', 'Type', 'A'),
      elsewhere: set('Ipv4', 'AliasTarget.DNSName', 'example.org'),
    },
  ),
]
