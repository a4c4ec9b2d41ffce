import assert from 'node:assert/strict'
import { filledIn, idOf, list, ofType, property, type Template, texts } from '../template.ts'
import { added, plus, type Rule, rule, set, unset, without } from './rule.ts'

const client = (template: Template, path: string) => property(template, 'UsersPoolClient', path)

/** Standard attributes only: see `PoolSettings.attributes`. */
const writable = /^[a-z]+(_[a-z]+)*$/

const lasts = (name: string, from: number, to: number) => (template: Template) => {
  assert.equal(client(template, `TokenValidityUnits.${name}`), 'minutes')
  const minutes = Number(client(template, `${name}Validity`))
  assert.ok(minutes >= from && minutes <= to, `${minutes} minutes`)
}

export const clientRules: Rule[] = [
  rule(
    'there is one client, and it has no secret',
    (template) => {
      assert.equal(ofType(template, 'AWS::Cognito::UserPoolClient').length, 1)
      assert.equal(client(template, 'GenerateSecret'), false)
    },
    {
      'a secret': set('UsersPoolClient', 'GenerateSecret', true),
      'a second client': added('AWS::Cognito::UserPoolClient', { GenerateSecret: true }),
    },
  ),
  rule(
    'the client signs in by SRP and by what the pool offers, and in no other way',
    (template) =>
      assert.deepEqual(texts(client(template, 'ExplicitAuthFlows')).toSorted(), [
        'ALLOW_USER_AUTH',
        'ALLOW_USER_SRP_AUTH',
      ]),
    {
      'plain passwords': plus('UsersPoolClient', 'ExplicitAuthFlows', 'ALLOW_USER_PASSWORD_AUTH'),
      'an administrator for people': plus(
        'UsersPoolClient',
        'ExplicitAuthFlows',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      ),
      'refresh without rotation': plus(
        'UsersPoolClient',
        'ExplicitAuthFlows',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ),
      'the default': unset('UsersPoolClient', 'ExplicitAuthFlows'),
      'no SRP': without('UsersPoolClient', 'ExplicitAuthFlows', 0),
    },
  ),
  rule(
    'nobody learns who has an account',
    (template) => assert.equal(client(template, 'PreventUserExistenceErrors'), 'ENABLED'),
    {
      LEGACY: set('UsersPoolClient', 'PreventUserExistenceErrors', 'LEGACY'),
      'the default': unset('UsersPoolClient', 'PreventUserExistenceErrors'),
    },
  ),
  rule(
    'a refresh token is good once, and ten seconds longer for an answer that got lost',
    (template) =>
      assert.deepEqual(client(template, 'RefreshTokenRotation'), {
        Feature: 'ENABLED',
        RetryGracePeriodSeconds: 10,
      }),
    {
      'no rotation': unset('UsersPoolClient', 'RefreshTokenRotation'),
      'a minute': set('UsersPoolClient', 'RefreshTokenRotation.RetryGracePeriodSeconds', 60),
    },
  ),
  rule(
    'signing out revokes',
    (template) => assert.equal(client(template, 'EnableTokenRevocation'), true),
    { 'does not': set('UsersPoolClient', 'EnableTokenRevocation', false) },
  ),
  rule('an access token lasts an hour at most', lasts('AccessToken', 5, 60), {
    'a day': set('UsersPoolClient', 'AccessTokenValidity', 1440),
    'fifteen hours': set('UsersPoolClient', 'TokenValidityUnits.AccessToken', 'hours'),
  }),
  rule('an ID token lasts an hour at most', lasts('IdToken', 5, 60), {
    'a day': set('UsersPoolClient', 'IdTokenValidity', 1440),
  }),
  rule('a refresh token lasts for what the settings say', lasts('RefreshToken', 60, 5_256_000), {
    days: set('UsersPoolClient', 'TokenValidityUnits.RefreshToken', 'days'),
  }),
  rule(
    'a step of the sign-in may take 3 to 15 minutes',
    (template) => {
      const minutes = Number(client(template, 'AuthSessionValidity'))
      assert.ok(minutes >= 3 && minutes <= 15, `${minutes} minutes`)
    },
    { 'an hour': set('UsersPoolClient', 'AuthSessionValidity', 60) },
  ),
  rule(
    'what people may write about themselves is listed, and decides nothing',
    (template) => {
      const names = texts(client(template, 'WriteAttributes'))
      assert.ok(names.includes('email'))
      for (const name of names) assert.match(name, writable)
      assert.ok(!names.some((name) => name.endsWith('_verified')))
    },
    {
      'every attribute': unset('UsersPoolClient', 'WriteAttributes'),
      'their role': plus('UsersPoolClient', 'WriteAttributes', 'custom:role'),
      'that an address is verified': plus('UsersPoolClient', 'WriteAttributes', 'email_verified'),
    },
  ),
  rule(
    'what they may read is listed, and has all that they may write',
    (template) => {
      const names = texts(client(template, 'ReadAttributes'))
      assert.ok(names.includes('email_verified'))
      for (const name of texts(client(template, 'WriteAttributes'))) {
        assert.ok(names.includes(name), name)
      }
    },
    {
      'every attribute': unset('UsersPoolClient', 'ReadAttributes'),
      'not their name': set('UsersPoolClient', 'ReadAttributes', ['email', 'email_verified']),
    },
  ),
  rule(
    'OAuth is off where the pool has no domain',
    (template) => {
      const hasDomain = ofType(template, 'AWS::Cognito::UserPoolDomain').length > 0
      assert.equal(client(template, 'AllowedOAuthFlowsUserPoolClient'), hasDomain)
      if (!hasDomain) assert.equal(client(template, 'CallbackURLs'), undefined)
    },
    { 'a domain is gone': set('UsersPoolClient', 'AllowedOAuthFlowsUserPoolClient', false) },
  ),
  rule(
    'OAuth, where it is on, is a code for the callback of the site',
    (template) => {
      if (client(template, 'AllowedOAuthFlowsUserPoolClient') !== true) return
      const site = filledIn(template, template.Outputs['SiteUrl']?.Value)
      const filled = (path: string) =>
        list(client(template, path)).map((url) => filledIn(template, url))
      assert.deepEqual(client(template, 'AllowedOAuthFlows'), ['code'])
      assert.deepEqual(filled('CallbackURLs'), [`${site}/sign-in/callback`])
      assert.deepEqual(filled('LogoutURLs'), [`${site}/sign-in`])
    },
    {
      'tokens in the address': plus('UsersPoolClient', 'AllowedOAuthFlows', 'implicit'),
      'back to somewhere else': plus('UsersPoolClient', 'CallbackURLs', 'https://example.org'),
      'out to somewhere else': plus('UsersPoolClient', 'LogoutURLs', 'https://example.org'),
    },
  ),
  rule(
    'the client is of this pool, whose own people may sign in',
    (template) => {
      assert.deepEqual(client(template, 'UserPoolId'), { Ref: idOf(template, 'UsersPool') })
      assert.ok(list(client(template, 'SupportedIdentityProviders')).includes('COGNITO'))
    },
    {
      'of another': set('UsersPoolClient', 'UserPoolId', 'eu-central-1_Another'),
      'not they': set('UsersPoolClient', 'SupportedIdentityProviders', ['Google']),
    },
  ),
]
