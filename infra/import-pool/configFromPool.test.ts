import { afterAll, beforeAll, expect, test } from 'vitest'
import { configFromPool } from './configFromPool.ts'
import { domainOf, readPool } from './readPool.ts'
import { google, host } from './test/goodPool.ts'
import { createPoolFixture, type Shape } from './test/poolFixture.ts'

let fixture: Awaited<ReturnType<typeof createPoolFixture>>
beforeAll(async () => {
  fixture = await createPoolFixture()
})
afterAll(() => fixture[Symbol.asyncDispose]())

/** The config for a pool at AWS, without an endpoint. */
async function derived(shape: Shape = {}) {
  const location = { region: 'us-east-1', endpoint: undefined }
  const described = await readPool(fixture.sdk, ...(await fixture.makePool(shape)))
  return configFromPool(described, {
    ...location,
    domain: await domainOf(described.pool, location),
  })
}

const flow = async (shape: Shape) => (await derived(shape)).signIn.flow
const flows = (
  ...ExplicitAuthFlows: ('ALLOW_USER_SRP_AUTH' | 'ALLOW_USER_AUTH' | 'ALLOW_CUSTOM_AUTH')[]
) => ({ client: { ExplicitAuthFlows } })
const passwordOnly = {
  pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD' as const] } } },
}
const withTrigger = { pool: { LambdaConfig: { DefineAuthChallenge: 'local:magic-link' } } }

test('the flow is USER_AUTH if users have a choice of first factors, and else the first of the client', async () => {
  expect(await flow({})).toBe('USER_AUTH')
  expect(await flow(passwordOnly)).toBe('USER_SRP_AUTH')
  expect(await flow({ ...passwordOnly, ...flows('ALLOW_USER_AUTH') })).toBe('USER_AUTH')
  expect(await flow(flows('ALLOW_USER_SRP_AUTH'))).toBe('USER_SRP_AUTH')
  expect(await flow({ ...withTrigger, ...flows('ALLOW_CUSTOM_AUTH') })).toBe('CUSTOM_AUTH')
  expect(await flow({ ...withTrigger, client: { ExplicitAuthFlows: undefined } })).toBe(
    'USER_SRP_AUTH',
  )
  const custom = { client: { ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY' as const] } }
  expect(await flow({ ...withTrigger, ...custom })).toBe('CUSTOM_AUTH')
  await expect(flow(flows('ALLOW_CUSTOM_AUTH'))).rejects.toThrow('no sign-in flow')
})

test('password policy, sign-up, second factors and session follow the pool', async () => {
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
  const config = await derived({
    pool: {
      Policies: { PasswordPolicy: { MinimumLength: 20, RequireNumbers: true } },
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'given_name', Required: true },
        { Name: 'phone_number', Required: true },
      ],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      // Beside codes by email as second factor, AWS does not accept recovery by email alone.
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
    },
    client: {
      WriteAttributes: ['email', 'given_name', 'phone_number'],
      TokenValidityUnits: { AccessToken: 'minutes' },
      RefreshTokenValidity: 0,
    },
    mfa: {
      SmsMfaConfiguration: { SmsConfiguration },
      EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
    },
  })
  expect(config).toMatchObject({
    passwordPolicy: {
      minimumLength: 20,
      requireLowercase: false,
      requireUppercase: false,
      requireNumbers: true,
      requireSymbols: false,
    },
    signUp: { enabled: false, attributes: ['given_name', 'phone_number'] },
    signIn: { secondFactors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], passkeys: false },
    session: { refreshTokenValiditySeconds: 30 * 86_400 },
  })
  const off = { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined } as const
  expect((await derived({ mfa: off })).signIn).toMatchObject({ secondFactors: [], passkeys: true })
  expect((await derived()).signIn.passkeyMfa).toBe(true)
  const single = { RelyingPartyId: 'example.com', FactorConfiguration: 'SINGLE_FACTOR' } as const
  expect((await derived({ mfa: { WebAuthnConfiguration: single } })).signIn.passkeyMfa).toBe(false)
})

test('the profile has the attributes that the client may read and write; custom ones are read-only', async () => {
  const { profile } = await derived({
    pool: {
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'birthdate', Mutable: false },
        { Name: 'seats', AttributeDataType: 'Number', Mutable: true },
        { Name: 'team', AttributeDataType: 'String', Mutable: true },
      ],
    },
    client: {
      ReadAttributes: ['email', 'custom:seats', 'custom:team', 'birthdate', 'given_name'],
      WriteAttributes: [
        'custom:team',
        'custom:seats',
        'given_name',
        'birthdate',
        'locale',
        'email',
      ],
    },
  })
  expect(profile).toEqual({
    attributes: ['email', 'given_name', 'birthdate', 'custom:seats', 'custom:team'],
    readOnly: ['birthdate', 'custom:seats', 'custom:team'],
    required: ['email'],
    controls: { 'custom:seats': 'number' },
  })
  expect((await derived({ client: { WriteAttributes: undefined } })).profile).toBeUndefined()
})

test('federation has a prefix domain or a custom domain, and the providers of the client', async () => {
  const Work = {
    ProviderName: 'Work',
    ProviderType: 'OIDC' as const,
    IdpIdentifiers: ['example.com', 'hq'],
  }
  const Amazon = { ProviderName: 'LoginWithAmazon', ProviderType: 'LoginWithAmazon' as const }
  const Unused = { ProviderName: 'SignInWithApple', ProviderType: 'SignInWithApple' as const }
  const shape: Shape = {
    providers: [google, Work, Amazon, Unused],
    domains: ['example-federation'],
    client: { SupportedIdentityProviders: ['Work', 'COGNITO', 'LoginWithAmazon', 'Google'] },
  }
  expect((await derived(shape)).federation).toEqual({
    domain: 'https://example-federation.auth.us-east-1.amazoncognito.com',
    providers: [
      { name: 'Work', emailDomains: ['example.com'] },
      { name: 'LoginWithAmazon', label: 'Amazon' },
      { name: 'Google' },
    ],
    logout: true,
    scopes: ['openid', 'email', 'aws.cognito.signin.user.admin'],
  })
  const LogoutURLs = [`https://${host}/bye`, 'not-an-address']
  const own = await derived({ domains: ['auth.example.com'], client: { LogoutURLs } })
  expect(own.federation).toMatchObject({ domain: 'https://auth.example.com', logout: false })
  const none = { domain: undefined, providers: undefined, logout: undefined, scopes: undefined }
  expect((await derived({ domains: [] })).federation).toEqual(none)
  const offered = { SupportedIdentityProviders: ['COGNITO'] }
  expect((await derived({ client: offered })).federation).toEqual(none)
  expect((await derived({ client: { AllowedOAuthFlows: ['implicit'] } })).federation).toEqual(none)
})

test('AWS in China and in the European Sovereign Cloud needs no endpoint: the portal knows it', async () => {
  const described = await readPool(fixture.sdk, ...(await fixture.makePool()))
  for (const region of ['cn-north-1', 'eusc-de-east-1']) {
    const location = { region, endpoint: undefined, domain: undefined }
    expect(configFromPool(described, location).cognito.endpoint).toBeUndefined()
  }
})

test('for the pool of the local Cognito, it gives the config of the local Cognito', async () => {
  const local = (await (await fetch(`${fixture.origin}/_local/config`)).json()) as {
    signIn: object
    cognito: { userPoolId: string; userPoolClientId: string }
  }
  const { userPoolId, userPoolClientId } = local.cognito
  const options = ['--endpoint', fixture.origin, '--out', 'config.json']
  await fixture.run(userPoolId, userPoolClientId, ...options)
  expect(JSON.parse(await fixture.read('config.json'))).toEqual({
    ...local,
    // The local Cognito leaves these to the portal's defaults, so that both flows can be tried in development.
    signIn: { ...local.signIn, flow: 'USER_AUTH' },
    profile: {
      attributes: ['email', 'given_name', 'family_name', 'locale'],
      readOnly: [],
      required: ['given_name'],
    },
  })
})
