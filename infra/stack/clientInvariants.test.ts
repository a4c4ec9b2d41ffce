import { Match } from 'aws-cdk-lib/assertions'
import { expect } from 'vitest'
import { parseConfig } from '../../src/config/loadConfig.ts'
import {
  addResource,
  at,
  changesTo,
  fill,
  idOf,
  type Invariant,
  list,
  output,
  resource,
  type Synthesized,
  testInvariants,
} from './test/invariants.ts'

const client = 'AWS::Cognito::UserPoolClient'

const clientHas = ({ template }: Synthesized, properties: object) =>
  template.hasResourceProperties(client, properties)

const clientProperty = ({ json }: Synthesized, path: string) =>
  at(resource(json, 'UsersPoolClient').Properties, path)

const between = (value: unknown, from: number, to: number) => {
  expect(Number(value)).toBeGreaterThanOrEqual(from)
  expect(Number(value)).toBeLessThanOrEqual(to)
}

const clientChange = changesTo('UsersPoolClient')

const invariants: Invariant[] = [
  {
    name: 'there is one app client, in this pool and without a secret',
    check: (stack) => {
      stack.template.resourceCountIs(client, 1)
      clientHas(stack, {
        GenerateSecret: false,
        UserPoolId: { Ref: idOf(stack.json, 'UsersPool') },
        SupportedIdentityProviders: Match.arrayWith(['COGNITO']),
      })
    },
    mistakes: {
      'a secret': clientChange.set('GenerateSecret', true),
      'a second client': addResource(client),
      'another pool': clientChange.set('UserPoolId', 'eu-central-1_Another'),
      'providers only': clientChange.set('SupportedIdentityProviders', ['Google']),
    },
  },
  {
    name: 'no flow sends the password: SRP and USER_AUTH only',
    check: (stack) =>
      clientHas(stack, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'] }),
    mistakes: {
      'plain passwords': clientChange.append('ExplicitAuthFlows', 'ALLOW_USER_PASSWORD_AUTH'),
      'an administrative flow': clientChange.append(
        'ExplicitAuthFlows',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      ),
      'refresh without rotation': clientChange.append(
        'ExplicitAuthFlows',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ),
      'the default': clientChange.set('ExplicitAuthFlows', undefined),
    },
  },
  {
    name: 'errors do not reveal whether an account exists',
    check: (stack) => clientHas(stack, { PreventUserExistenceErrors: 'ENABLED' }),
    mistakes: { 'the default': clientChange.set('PreventUserExistenceErrors', undefined) },
  },
  {
    name: 'refresh tokens rotate, with a minute for a late answer, and can be revoked',
    check: (stack) =>
      clientHas(stack, {
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
        EnableTokenRevocation: true,
      }),
    mistakes: {
      'no rotation': clientChange.set('RefreshTokenRotation', undefined),
      'less than a slow trigger needs': clientChange.set(
        'RefreshTokenRotation.RetryGracePeriodSeconds',
        10,
      ),
      'no revocation': clientChange.set('EnableTokenRevocation', false),
    },
  },
  {
    name: 'tokens and sign-ins expire: access and ID token within an hour, a step within 15 minutes',
    check: (stack) => {
      const minutes = 'minutes'
      clientHas(stack, {
        TokenValidityUnits: { AccessToken: minutes, IdToken: minutes, RefreshToken: minutes },
      })
      between(clientProperty(stack, 'AccessTokenValidity'), 5, 60)
      between(clientProperty(stack, 'IdTokenValidity'), 5, 60)
      between(clientProperty(stack, 'AuthSessionValidity'), 3, 15)
      const { session } = parseConfig(output(stack.json, 'PortalConfig'))
      expect(Number(clientProperty(stack, 'RefreshTokenValidity')) * 60).toBe(
        session.refreshTokenValiditySeconds,
      )
    },
    mistakes: {
      'an access token for a day': clientChange.set('AccessTokenValidity', 1440),
      'an access token for hours': clientChange.set('TokenValidityUnits.AccessToken', 'hours'),
      'an ID token for a day': clientChange.set('IdTokenValidity', 1440),
      'a step for an hour': clientChange.set('AuthSessionValidity', 60),
      'a refresh token longer than configured': clientChange.set('RefreshTokenValidity', 120),
    },
  },
  {
    name: 'users write the listed standard attributes only, and can read them',
    check: (stack) => {
      const written = list(clientProperty(stack, 'WriteAttributes'))
      const { profile } = parseConfig(output(stack.json, 'PortalConfig'))
      expect(written).toEqual(profile.attributes.toSorted())
      for (const name of written) expect(name).toMatch(/^(?!.*_verified$)[a-z]+(_[a-z]+)*$/)
      expect(list(clientProperty(stack, 'ReadAttributes'))).toEqual(
        expect.arrayContaining([...written, 'email_verified']),
      )
    },
    mistakes: {
      'every attribute': clientChange.set('WriteAttributes', undefined),
      'a custom attribute': clientChange.append('WriteAttributes', 'custom:role'),
      'whether the address is verified': clientChange.append('WriteAttributes', 'email_verified'),
      'one that they cannot read': clientChange.set('ReadAttributes', ['email', 'email_verified']),
    },
  },
  {
    name: 'OAuth is off without a domain, and else returns a code to the site only',
    check: (stack) => {
      const isOn = stack.settings.federation !== undefined
      stack.template.resourceCountIs('AWS::Cognito::UserPoolDomain', isOn ? 1 : 0)
      clientHas(stack, { AllowedOAuthFlowsUserPoolClient: isOn })
      if (!isOn) return clientHas(stack, { CallbackURLs: Match.absent() })
      const site = output(stack.json, 'SiteUrl')
      const urls = (name: string) =>
        list(clientProperty(stack, name)).map((url) => fill(stack.json, url))
      expect(urls('CallbackURLs')).toEqual([`${site}/sign-in/callback`])
      expect(urls('LogoutURLs')).toEqual([`${site}/sign-in`])
      return clientHas(stack, {
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
      })
    },
    mistakes: {
      'no OAuth with a domain': clientChange.set('AllowedOAuthFlowsUserPoolClient', false),
      'tokens in the address': clientChange.append('AllowedOAuthFlows', 'implicit'),
      'another callback': clientChange.append('CallbackURLs', 'https://example.org'),
      'another sign-out page': clientChange.append('LogoutURLs', 'https://example.org'),
      'another scope': clientChange.append('AllowedOAuthScopes', 'phone'),
    },
  },
]

testInvariants(invariants)
