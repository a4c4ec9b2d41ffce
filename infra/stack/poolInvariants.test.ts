import { Match } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import {
  at,
  changesTo,
  idOf,
  type Invariant,
  list,
  resource,
  type Synthesized,
  testInvariants,
} from './test/invariants.ts'

const pool = 'AWS::Cognito::UserPool'

const poolHas = ({ template }: Synthesized, properties: object) =>
  template.hasResourceProperties(pool, properties)

const poolProperty = ({ json }: Synthesized, path: string) =>
  at(resource(json, 'UsersPool').Properties, path)

const selfAndParents = (name: string) =>
  name.split('.').map((_, index, labels) => labels.slice(index).join('.'))

const between = (value: unknown, from: number, to: number) => {
  expect(Number(value)).toBeGreaterThanOrEqual(from)
  expect(Number(value)).toBeLessThanOrEqual(to)
}

const aclChange = changesTo('FirewallAcl')
const associationChange = changesTo('FirewallAssociation')
const poolChange = changesTo('UsersPool')

const invariants: Invariant[] = [
  {
    name: 'users sign in with a verified email address, in any case of letters, and nothing else',
    check: (stack) =>
      poolHas(stack, {
        UsernameAttributes: ['email'],
        AliasAttributes: Match.absent(),
        UsernameConfiguration: { CaseSensitive: false },
        AutoVerifiedAttributes: ['email'],
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        Schema: [{ Name: 'email', Required: true, Mutable: true }],
        VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      }),
    mistakes: {
      'phone numbers': poolChange.append('UsernameAttributes', 'phone_number'),
      'case-sensitive names': poolChange.set('UsernameConfiguration.CaseSensitive', true),
      'no verification': poolChange.set('AutoVerifiedAttributes', undefined),
      'changes before verification': poolChange.set('UserAttributeUpdateSettings', undefined),
      'links to pages of Cognito': poolChange.set(
        'VerificationMessageTemplate.DefaultEmailOption',
        'CONFIRM_WITH_LINK',
      ),
      'a custom attribute': poolChange.append('Schema', {
        Name: 'role',
        AttributeDataType: 'String',
      }),
    },
  },
  {
    name: 'accounts are recovered by verified email or an administrator, and not by email alone beside email codes',
    check: (stack) => {
      const mechanisms = list(poolProperty(stack, 'AccountRecoverySetting.RecoveryMechanisms'))
      const names = mechanisms
        .toSorted((a, b) => Number(at(a, 'Priority')) - Number(at(b, 'Priority')))
        .map((one) => at(one, 'Name'))
      if (stack.settings.pool.recovery === 'ADMINISTRATOR')
        return expect(names).toEqual(['admin_only'])
      const sendsCodes = list(poolProperty(stack, 'EnabledMfas')).includes('EMAIL_OTP')
      const second = sendsCodes ? ['verified_phone_number'] : []
      return expect(names).toEqual(['verified_email', ...second])
    },
    mistakes: {
      'by phone first': poolChange.set(
        'AccountRecoverySetting.RecoveryMechanisms.0.Name',
        'verified_phone_number',
      ),
      'by email alone': poolChange.set('AccountRecoverySetting.RecoveryMechanisms', [
        { Name: 'verified_email', Priority: 1 },
      ]),
      "by AWS's default": poolChange.set('AccountRecoverySetting', undefined),
    },
  },
  {
    name: 'a password has 15 characters or more, of any kind; a temporary one lasts a day',
    check: (stack) => {
      const PasswordPolicy = {
        RequireLowercase: false,
        RequireUppercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 1,
      }
      poolHas(stack, { Policies: { PasswordPolicy } })
      between(poolProperty(stack, 'Policies.PasswordPolicy.MinimumLength'), 15, 99)
    },
    mistakes: {
      'eight characters': poolChange.set('Policies.PasswordPolicy.MinimumLength', 8),
      'a symbol': poolChange.set('Policies.PasswordPolicy.RequireSymbols', true),
      'numbers by default': poolChange.set('Policies.PasswordPolicy.RequireNumbers', undefined),
      'a temporary password for a month': poolChange.set(
        'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
        30,
      ),
    },
  },
  {
    name: 'an authenticator app can be the second factor, and SMS cannot; email codes need SES',
    check: (stack) => {
      const factors = list(poolProperty(stack, 'EnabledMfas'))
      const first = list(poolProperty(stack, 'Policies.SignInPolicy.AllowedFirstAuthFactors'))
      expect(poolProperty(stack, 'MfaConfiguration')).toBe('OPTIONAL')
      expect(factors).toContain('SOFTWARE_TOKEN_MFA')
      expect(JSON.stringify([factors, first])).not.toContain('SMS')
      if ([...factors, ...first].includes('EMAIL_OTP')) {
        const SourceArn = Match.stringLikeRegexp('^arn:aws:ses:')
        poolHas(stack, { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', SourceArn } })
      }
    },
    mistakes: {
      'no second factor': poolChange.set('MfaConfiguration', 'OFF'),
      'no app': poolChange.set('EnabledMfas', ['EMAIL_OTP']),
      SMS: poolChange.append('EnabledMfas', 'SMS_MFA'),
      "Cognito's own email": poolChange.set('EmailConfiguration', undefined),
    },
  },
  {
    name: 'passkeys belong to the host of the site, verify the user, and work beside a second factor',
    check: (stack) => {
      const first = list(poolProperty(stack, 'Policies.SignInPolicy.AllowedFirstAuthFactors'))
      const { name = '' } = stack.settings.domain ?? {}
      const party = poolProperty(stack, 'WebAuthnRelyingPartyID')
      expect(first).toContain('PASSWORD')
      expect(first.includes('WEB_AUTHN')).toBe(name !== '')
      if (name === '') return expect(party).toBeUndefined()
      expect(selfAndParents(name)).toContain(party)
      return poolHas(stack, {
        WebAuthnUserVerification: 'required',
        WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      })
    },
    mistakes: {
      'another relying party': poolChange.set('WebAuthnRelyingPartyID', 'example.org'),
      'no user verification': poolChange.set('WebAuthnUserVerification', 'preferred'),
      'not beside a second factor': poolChange.set('WebAuthnFactorConfiguration', 'SINGLE_FACTOR'),
      'not offered': poolChange.set('Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD']),
    },
  },
  {
    name: 'the pool has the Essentials plan and no Lambda triggers',
    check: (stack) => {
      stack.template.resourceCountIs(pool, 1)
      poolHas(stack, { UserPoolTier: 'ESSENTIALS', LambdaConfig: Match.absent() })
    },
    mistakes: {
      'the Lite plan': poolChange.set('UserPoolTier', 'LITE'),
      'a trigger': poolChange.set('LambdaConfig', { PreSignUp: 'arn:aws:lambda:…' }),
    },
  },
  {
    name: 'the firewall blocks an IP address with too many requests to the pool, and no other',
    check: ({
      template,
      json,
      settings: {
        pool: { firewall },
      },
    }) => {
      template.resourceCountIs('AWS::WAFv2::WebACL', firewall ? 1 : 0)
      template.resourceCountIs('AWS::WAFv2::WebACLAssociation', firewall ? 1 : 0)
      if (!firewall) return
      const { requestsPer5Minutes: Limit } = firewall
      const RateBasedStatement = { AggregateKeyType: 'IP', EvaluationWindowSec: 300, Limit }
      template.hasResourceProperties('AWS::WAFv2::WebACL', {
        Scope: 'REGIONAL',
        DefaultAction: { Allow: {} },
        Rules: [{ Action: { Block: {} }, Statement: { RateBasedStatement } }],
      })
      template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
        ResourceArn: { 'Fn::GetAtt': [idOf(json, 'UsersPool'), 'Arn'] },
      })
    },
    mistakes: {
      'the scope of CloudFront': aclChange.set('Scope', 'CLOUDFRONT'),
      'it only counts': aclChange.set('Rules.0.Action', { Count: {} }),
      'it blocks every request': aclChange.set('DefaultAction', { Block: {} }),
      'no rule': aclChange.set('Rules', []),
      'another resource': associationChange.set('ResourceArn', 'arn:aws:cognito-idp:…'),
    },
  },
]

testInvariants(invariants)
