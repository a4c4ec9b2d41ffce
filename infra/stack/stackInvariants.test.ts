import { Match } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import { outputsOfStack } from '../deploy/stackOutputs.ts'
import { parseConfig } from '../../src/config/loadConfig.ts'
import {
  addResource,
  at,
  changesTo,
  fill,
  idOf,
  type Invariant,
  list,
  type Mistake,
  output,
  resource,
  testInvariants,
} from './test/invariants.ts'

const hasDeletionPolicy =
  (name: string, policy: string): Mistake =>
  (json) => {
    resource(json, name).DeletionPolicy = policy
  }

const isDeletable = (name: string) => hasDeletionPolicy(name, 'Delete')

const setOutput =
  (name: string, Value: string): Mistake =>
  ({ Outputs }) => {
    Outputs[name] = { Value }
  }

/** The allowed number of resources of each type. */
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

const deployPolicyChange = changesTo('DeployPolicy', 'PolicyDocument.')
const ipv4Change = changesTo('Ipv4')
const ipv6Change = changesTo('Ipv6')
const distributionChange = changesTo('SiteDistribution', 'DistributionConfig.')
const poolChange = changesTo('UsersPool')

const invariants: Invariant[] = [
  {
    name: 'the stack has the known resources only: no role, no Lambda, no parameter',
    check: ({ json }) => {
      const types = Object.values(json.Resources).map(({ Type }) => Type)
      for (const type of new Set([...types, ...Object.keys(counts)])) {
        const [least, most] = counts[type] ?? [0, 0]
        const { length } = types.filter((one) => one === type)
        expect(length, type).toBeGreaterThanOrEqual(least)
        expect(length, type).toBeLessThanOrEqual(most)
      }
      // CDK adds a mapping for the Route 53 zone of CloudFront, which differs in China.
      const sections = Object.keys(json).filter((one) => !['Mappings', 'Rules'].includes(one))
      expect(sections.toSorted()).toEqual(['Description', 'Outputs', 'Resources'])
    },
    mistakes: {
      'a role': addResource('AWS::IAM::Role'),
      'a Lambda function': addResource('AWS::Lambda::Function'),
      'a second bucket policy': addResource('AWS::S3::BucketPolicy'),
      'an origin access identity': addResource('AWS::CloudFront::CloudFrontOriginAccessIdentity'),
      'a parameter': (json) => {
        json['Parameters'] = { BootstrapVersion: {} }
      },
    },
  },
  {
    name: 'pool, groups and buckets are kept when the stack is deleted or replaced, not after a failed first deploy',
    check: ({ template }) => {
      // A rollback could not delete the pool, which is protected, and would get stuck at it.
      template.allResources('AWS::Cognito::UserPool', Match.objectLike(retained))
      for (const type of ['AWS::Cognito::UserPoolGroup', 'AWS::S3::Bucket']) {
        template.allResources(type, Match.objectLike(retainedOnceCreated))
      }
      template.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' })
    },
    mistakes: {
      'the pool goes': isDeletable('UsersPool'),
      'a group goes': isDeletable('UsersPoolGroupadmins'),
      'the site goes': isDeletable('BucketsSite'),
      'the logs go': isDeletable('BucketsLogs'),
      'a failed first deploy leaves a bucket': hasDeletionPolicy('BucketsSite', 'Retain'),
      'a failed first deploy leaves a group': hasDeletionPolicy('UsersPoolGroupadmins', 'Retain'),
      'a rollback gets stuck at the pool': hasDeletionPolicy('UsersPool', 'RetainExceptOnCreate'),
      'the pool can be deleted by one call': poolChange.set('DeletionProtection', 'INACTIVE'),
    },
  },
  {
    name: 'the deploy policy allows the calls of a deploy on this stack, and belongs to no user',
    check: ({ json }) => {
      const bucket = `<${idOf(json, 'BucketsSite')}.Arn>`
      const { Properties } = resource(json, 'DeployPolicy')
      const statements = list(at(Properties, 'PolicyDocument.Statement')).map((one) => [
        at(one, 'Effect'),
        at(one, 'Action'),
        fill(json, at(one, 'Resource')),
      ])
      const distribution = `arn:aws:cloudfront::<AWS::AccountId>:distribution/<${idOf(json, 'SiteDistribution')}>`
      expect(statements).toEqual([
        ['Allow', 's3:ListBucket', bucket],
        ['Allow', 's3:GetObject', `${bucket}/*`],
        ['Allow', 's3:PutObject', `${bucket}/*`],
        ['Allow', 's3:DeleteObject', `${bucket}/*`],
        ['Allow', 'cloudfront:CreateInvalidation', distribution],
        // The deploy asks for the stack by its name, which IAM compares as `NAME/*`, not with its ID.
        [
          'Allow',
          'cloudformation:DescribeStacks',
          'arn:aws:cloudformation:eu-central-1:<AWS::AccountId>:stack/<AWS::StackName>/*',
        ],
      ])
      expect(Object.keys(Properties)).toEqual(['Description', 'Path', 'PolicyDocument'])
    },
    mistakes: {
      'every bucket': deployPolicyChange.set('Statement.0.Resource', '*'),
      'every action of S3': deployPolicyChange.set('Statement.0.Action', 's3:*'),
      'every distribution': deployPolicyChange.set('Statement.4.Resource', '*'),
      'the stack by its ID': deployPolicyChange.set('Statement.5.Resource', {
        Ref: 'AWS::StackId',
      }),
      'one action more': deployPolicyChange.append('Statement', { Effect: 'Allow' }),
      'a user': changesTo('DeployPolicy').set('Users', ['ada']),
    },
  },
  {
    name: 'the outputs are those that the deploy reads and the documents name',
    check: ({ json }) => {
      expect(Object.keys(json.Outputs).toSorted()).toEqual([
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
      for (const name of outputsOfStack) expect(output(json, name), name).toBeTruthy()
      expect(output(json, 'SiteBucket')).toBe(`<${idOf(json, 'BucketsSite')}>`)
      expect(output(json, 'DistributionId')).toBe(`<${idOf(json, 'SiteDistribution')}>`)
    },
    mistakes: {
      'another bucket': setOutput('SiteBucket', 'logs'),
      'one more': setOutput('Secret', 'value'),
    },
  },
  {
    name: 'the config of the portal names this pool and client, and offers what the pool allows',
    check: ({ json }) => {
      const { cognito, signIn, signUp, passwordPolicy } = parseConfig(output(json, 'PortalConfig'))
      expect(cognito).toEqual({
        region: 'eu-central-1',
        userPoolId: output(json, 'UserPoolId'),
        userPoolClientId: output(json, 'UserPoolClientId'),
      })
      const pool = (path: string) => at(resource(json, 'UsersPool').Properties, path)
      const first = list(pool('Policies.SignInPolicy.AllowedFirstAuthFactors'))
      expect(signIn.passkeys).toBe(first.includes('WEB_AUTHN'))
      expect(signIn.flow).toBe(first.length > 1 ? 'USER_AUTH' : 'USER_SRP_AUTH')
      expect(signIn.secondFactors).toEqual(pool('EnabledMfas'))
      expect(signUp.enabled).toBe(!pool('AdminCreateUserConfig.AllowAdminCreateUserOnly'))
      expect(passwordPolicy).toMatchObject({
        minimumLength: pool('Policies.PasswordPolicy.MinimumLength'),
        requireSymbols: pool('Policies.PasswordPolicy.RequireSymbols'),
      })
    },
    mistakes: {
      'no JSON': setOutput('PortalConfig', '<!doctype html>'),
      'an unknown setting': setOutput('PortalConfig', '{"cognito":{"pool":"eu-central-1_Ab"}}'),
      'another pool': setOutput('UserPoolId', 'eu-central-1_Another'),
      'passkeys that are off': poolChange.set('Policies.SignInPolicy.AllowedFirstAuthFactors', [
        'PASSWORD',
      ]),
      'sign-up that is off': poolChange.set('AdminCreateUserConfig.AllowAdminCreateUserOnly', true),
      'a password that is too short': poolChange.set('Policies.PasswordPolicy.MinimumLength', 20),
    },
  },
  {
    name: 'the name of the site is an alias of the distribution, over IPv4 and IPv6',
    check: ({ json, template, settings: { domain } }) => {
      if (!domain) return template.resourceCountIs('AWS::Route53::RecordSet', 0)
      expect(output(json, 'SiteUrl')).toBe(`https://${domain.name}`)
      const DistributionConfig = {
        Aliases: [domain.name],
        HttpVersion: 'http2and3',
        IPV6Enabled: true,
      }
      template.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig })
      for (const Type of domain.hostedZone ? ['A', 'AAAA'] : []) {
        template.hasResourceProperties('AWS::Route53::RecordSet', {
          Type,
          Name: `${domain.name}.`,
          AliasTarget: {
            DNSName: { 'Fn::GetAtt': [idOf(json, 'SiteDistribution'), 'DomainName'] },
          },
        })
      }
    },
    mistakes: {
      'another name': distributionChange.set('Aliases', ['other.example.com']),
      'no IPv6': distributionChange.set('IPV6Enabled', false),
      'a record of another name': ipv4Change.set('Name', 'other.example.com.'),
      'a record of another target': ipv6Change.set('AliasTarget.DNSName', 'example.org'),
    },
  },
]

const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
const retainedOnceCreated = { ...retained, DeletionPolicy: 'RetainExceptOnCreate' }

testInvariants(invariants)
