import assert from 'node:assert/strict'
import { at, idOf, list, ofType, property, resource, type Template, text } from '../template.ts'
import { added, deletable, plus, type Rule, rule, set, unset, without } from './rule.ts'

const pool = (template: Template, path: string) => property(template, 'UsersPool', path)

const stays = (template: Template, name: string) => {
  const { DeletionPolicy, UpdateReplacePolicy } = resource(template, name)
  assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain'])
}

const composition = ['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols']

export const poolRules: Rule[] = [
  rule('the pool outlives the stack', (template) => stays(template, 'UsersPool'), {
    'deleted with the stack': deletable('UsersPool'),
  }),
  rule(
    'the pool cannot be deleted by mistake',
    (template) => assert.equal(pool(template, 'DeletionProtection'), 'ACTIVE'),
    { off: set('UsersPool', 'DeletionProtection', 'INACTIVE') },
  ),
  rule(
    'there is one pool, of the plan Essentials',
    (template) => {
      assert.equal(ofType(template, 'AWS::Cognito::UserPool').length, 1)
      assert.equal(pool(template, 'UserPoolTier'), 'ESSENTIALS')
    },
    { 'the plan Lite': set('UsersPool', 'UserPoolTier', 'LITE') },
  ),
  rule(
    'people sign in with their e-mail address, and nothing else',
    (template) => {
      assert.deepEqual(pool(template, 'UsernameAttributes'), ['email'])
      assert.equal(pool(template, 'AliasAttributes'), undefined)
    },
    { 'phone numbers too': plus('UsersPool', 'UsernameAttributes', 'phone_number') },
  ),
  rule(
    'Ada@example.com and ada@example.com are the same person',
    (template) => assert.equal(pool(template, 'UsernameConfiguration.CaseSensitive'), false),
    { 'case-sensitive': set('UsersPool', 'UsernameConfiguration.CaseSensitive', true) },
  ),
  rule(
    'an e-mail address is verified',
    (template) => assert.deepEqual(pool(template, 'AutoVerifiedAttributes'), ['email']),
    { 'never verified': unset('UsersPool', 'AutoVerifiedAttributes') },
  ),
  rule(
    'a new e-mail address does not count before it is verified',
    (template) =>
      assert.deepEqual(
        pool(template, 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate'),
        ['email'],
      ),
    { 'counts at once': unset('UsersPool', 'UserAttributeUpdateSettings') },
  ),
  rule(
    'everybody has an e-mail address, and no attribute is of our making',
    (template) =>
      assert.deepEqual(pool(template, 'Schema'), [
        { Name: 'email', Required: true, Mutable: true },
      ]),
    {
      'e-mail optional': set('UsersPool', 'Schema.0.Required', false),
      'a role as an attribute': plus('UsersPool', 'Schema', {
        Name: 'role',
        AttributeDataType: 'String',
        Mutable: true,
      }),
    },
  ),
  rule(
    'a forgotten password is replaced by a code to the verified e-mail address',
    (template) =>
      assert.deepEqual(pool(template, 'AccountRecoverySetting.RecoveryMechanisms'), [
        { Name: 'verified_email', Priority: 1 },
      ]),
    {
      'by telephone': set(
        'UsersPool',
        'AccountRecoverySetting.RecoveryMechanisms.0.Name',
        'verified_phone_number',
      ),
    },
  ),
  rule(
    'a password has 15 characters or more',
    (template) => assert.ok(Number(pool(template, 'Policies.PasswordPolicy.MinimumLength')) >= 15),
    { eight: set('UsersPool', 'Policies.PasswordPolicy.MinimumLength', 8) },
  ),
  rule(
    'a password needs no composition',
    (template) => {
      for (const name of composition) {
        assert.equal(pool(template, `Policies.PasswordPolicy.${name}`), false, name)
      }
    },
    {
      'a symbol': set('UsersPool', 'Policies.PasswordPolicy.RequireSymbols', true),
      'left to the default': unset('UsersPool', 'Policies.PasswordPolicy.RequireNumbers'),
    },
  ),
  rule(
    'a temporary password ends after a day',
    (template) =>
      assert.equal(pool(template, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays'), 1),
    { 'a month': set('UsersPool', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', 30) },
  ),
  rule(
    'an authenticator app can be the second factor, and a text message cannot',
    (template) => {
      const factors = list(pool(template, 'EnabledMfas'))
      assert.ok(['OPTIONAL', 'ON'].includes(text(pool(template, 'MfaConfiguration'))))
      assert.ok(factors.includes('SOFTWARE_TOKEN_MFA'))
      assert.ok(!factors.includes('SMS_MFA'))
    },
    {
      'no second factor': set('UsersPool', 'MfaConfiguration', 'OFF'),
      'text messages': plus('UsersPool', 'EnabledMfas', 'SMS_MFA'),
      'no app': set('UsersPool', 'EnabledMfas', ['EMAIL_OTP']),
    },
  ),
  rule(
    'codes by e-mail are sent through SES',
    (template) => {
      const ways = [
        ...list(pool(template, 'EnabledMfas')),
        ...list(pool(template, 'Policies.SignInPolicy.AllowedFirstAuthFactors')),
      ]
      if (!ways.includes('EMAIL_OTP')) return
      assert.equal(pool(template, 'EmailConfiguration.EmailSendingAccount'), 'DEVELOPER')
      assert.match(text(pool(template, 'EmailConfiguration.SourceArn')), /^arn:aws:ses:/)
    },
    { 'by Cognito': unset('UsersPool', 'EmailConfiguration') },
  ),
  rule(
    'passkeys are offered where they are bound to a name, and ask who is there',
    (template) => {
      const first = list(pool(template, 'Policies.SignInPolicy.AllowedFirstAuthFactors'))
      const isBound = pool(template, 'WebAuthnRelyingPartyID') !== undefined
      assert.ok(first.includes('PASSWORD'))
      assert.equal(first.includes('WEB_AUTHN'), isBound)
      if (isBound) assert.equal(pool(template, 'WebAuthnUserVerification'), 'required')
    },
    {
      'bound to nothing': unset('UsersPool', 'WebAuthnRelyingPartyID'),
      'whoever is there': set('UsersPool', 'WebAuthnUserVerification', 'preferred'),
      'not offered': set('UsersPool', 'Policies.SignInPolicy.AllowedFirstAuthFactors', [
        'PASSWORD',
      ]),
    },
  ),
  rule(
    'who turns on a second factor keeps their passkeys',
    (template) => {
      if (pool(template, 'WebAuthnRelyingPartyID') === undefined) return
      const expected = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
      assert.equal(pool(template, 'WebAuthnFactorConfiguration'), expected)
    },
    { 'a single factor': set('UsersPool', 'WebAuthnFactorConfiguration', 'SINGLE_FACTOR') },
  ),
  rule(
    'who may make accounts is said',
    (template) =>
      assert.equal(
        typeof pool(template, 'AdminCreateUserConfig.AllowAdminCreateUserOnly'),
        'boolean',
      ),
    { 'left to the default': unset('UsersPool', 'AdminCreateUserConfig') },
  ),
  rule(
    'groups outlive the stack as the pool does',
    (template) => {
      for (const [id, group] of ofType(template, 'AWS::Cognito::UserPoolGroup')) {
        assert.equal(group.DeletionPolicy, 'Retain', id)
        assert.deepEqual(group.Properties['UserPoolId'], { Ref: idOf(template, 'UsersPool') })
      }
    },
    { 'deleted with the stack': deletable('UsersPoolGroupadmins') },
  ),
  rule(
    'a web ACL on the pool counts by address, and blocks',
    (template) => {
      const [, acl] = ofType(template, 'AWS::WAFv2::WebACL')[0] ?? []
      if (!acl) return
      assert.equal(acl.Properties['Scope'], 'REGIONAL')
      assert.equal(
        at(acl.Properties, 'Rules.0.Statement.RateBasedStatement.AggregateKeyType'),
        'IP',
      )
      assert.deepEqual(at(acl.Properties, 'Rules.0.Action'), { Block: {} })
      const target = property(template, 'FirewallAssociation', 'ResourceArn.Fn::GetAtt.0')
      assert.equal(target, idOf(template, 'UsersPool'))
    },
    {
      'of CloudFront': set('FirewallAcl', 'Scope', 'CLOUDFRONT'),
      'counts only': set('FirewallAcl', 'Rules.0.Action', { Count: {} }),
      'no rules': without('FirewallAcl', 'Rules', 0),
      'on nothing': set('FirewallAssociation', 'ResourceArn', 'arn:aws:cognito-idp:…'),
    },
  ),
  rule(
    'the pool runs no code of ours',
    (template) => {
      assert.equal(pool(template, 'LambdaConfig'), undefined)
      assert.equal(ofType(template, 'AWS::Lambda::Function').length, 0)
    },
    { 'a function': added('AWS::Lambda::Function') },
  ),
]
