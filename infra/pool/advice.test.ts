import { afterAll, beforeAll, expect, test } from 'vitest'
import { adviceOn, checks, spokenAdvice } from './advice.ts'
import { readPool } from './readPool.ts'
import { goodClient, goodMfa, goodPool, google, host } from './test/goodPool.ts'
import { openBed, type Shape } from './test/openBed.ts'
import { peopleMistakes } from './test/peopleMistakes.ts'

let bed: Awaited<ReturnType<typeof openBed>>
beforeAll(async () => {
  bed = await openBed()
})
afterAll(() => bed[Symbol.asyncDispose]())

const seen = async (shape: Shape = {}, at = host) => ({
  ...(await readPool(bed.sdk, ...(await bed.makePool(shape)))),
  host: at,
})

const codesOf = async (shape: Shape, at?: string) =>
  adviceOn(await seen(shape, at)).map(({ code }) => code)

test('there is nothing to say of a good pool, with providers or without', async () => {
  const found = await seen()
  expect(adviceOn(found)).toEqual([])
  expect(spokenAdvice([])).toBe('Nothing about this pool is unwise.')
  const alone = { SupportedIdentityProviders: ['COGNITO'], AllowedOAuthFlowsUserPoolClient: false }
  expect(await codesOf({ client: alone, providers: [], domains: [] })).toEqual([])
})

const { PasswordPolicy, SignInPolicy } = goodPool.Policies
const password = (change: object) => ({
  pool: { Policies: { SignInPolicy, PasswordPolicy: { ...PasswordPolicy, ...change } } },
})
const factors = (
  ...AllowedFirstAuthFactors: ('PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN')[]
) => ({
  Policies: { PasswordPolicy, SignInPolicy: { AllowedFirstAuthFactors } },
})
const recovery = (...names: ('verified_email' | 'verified_phone_number' | 'admin_only')[]) => ({
  AccountRecoverySetting: {
    RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
  },
})
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
const noRotation = { RefreshTokenRotation: { Feature: 'DISABLED' } } as const
const days = (count: number) =>
  ({
    RefreshTokenValidity: count,
    TokenValidityUnits: { RefreshToken: 'days', AccessToken: 'minutes' },
  }) as const

/** What is changed of the good pool, and everything that is then said. */
const mistakes: [string[], Shape, string?][] = [
  ...peopleMistakes,
  [['clientSecret'], { client: { GenerateSecret: true } }],
  [
    ['noFlow', 'choiceWithoutFlow', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } },
  ],
  [
    // Without the triggers that lead it, it is none.
    ['noFlow', 'choiceWithoutFlow'],
    { client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } },
  ],
  [
    ['choiceWithoutFlow'],
    {
      pool: { LambdaConfig: { DefineAuthChallenge: 'local:magic-link' } },
      client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] },
    },
  ],
  [
    ['passwordFlow'],
    { client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } },
  ],
  [
    ['passwordFlow', 'choiceWithoutFlow', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] } },
  ],
  [
    ['adminFlow'],
    { client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] } },
  ],
  [
    ['adminFlow', 'choiceWithoutFlow', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] } },
  ],
  [['existenceErrors'], { client: { PreventUserExistenceErrors: 'LEGACY' } }],
  [['existenceErrors'], { client: { PreventUserExistenceErrors: undefined } }],
  [['allWritable'], { client: { WriteAttributes: undefined } }],
  [
    ['customWritable'],
    {
      pool: { Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }] },
      client: { WriteAttributes: ['email', 'custom:role'] },
    },
  ],
  [['aliases'], { pool: { UsernameAttributes: undefined, AliasAttributes: ['email'] } }],
  [['caseSensitive'], { pool: { UsernameConfiguration: undefined } }],
  [['caseSensitive'], { pool: { UsernameConfiguration: { CaseSensitive: true } } }],
  [['revocationOff'], { client: { EnableTokenRevocation: false } }],
  [
    ['rotationOff'],
    {
      client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    },
  ],
  [['noRefresh', 'rotationOff'], { client: noRotation }],
  [
    ['accessLong'],
    {
      client: {
        AccessTokenValidity: 61,
        TokenValidityUnits: { AccessToken: 'minutes' },
        RefreshTokenValidity: 1,
      },
    },
  ],
  [
    [],
    { client: { AccessTokenValidity: undefined, TokenValidityUnits: {}, RefreshTokenValidity: 1 } },
  ],
  [['refreshLong'], { client: days(31) }],
  [[], { client: days(30) }],
  [['passwordVeryShort'], password({ MinimumLength: 7 })],
  [['passwordShort'], password({ MinimumLength: 8 })],
  [['passwordShort'], password({ MinimumLength: 14 })],
  [[], { ...password({ MinimumLength: 8 }), mfa: { MfaConfiguration: 'ON' } }],
  [['compositionRules'], password({ RequireSymbols: true })],
  [['temporaryPasswordLong'], password({ TemporaryPasswordValidityDays: 8 })],
  [['mfaOff'], { mfa: { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined } }],
  [['smsFactor'], { mfa: { SmsMfaConfiguration: { SmsConfiguration } } }],
  [
    ['mfaOff', 'smsFactor'],
    {
      pool: { SmsConfiguration, ...factors('PASSWORD', 'SMS_OTP') },
      mfa: { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined },
    },
  ],
  [['mailFactorTakesRecovery'], { mfa: { EmailMfaConfiguration } }],
  [
    ['mailFactorTakesRecovery'],
    { pool: recovery('verified_email', 'verified_phone_number'), mfa: { EmailMfaConfiguration } },
  ],
  [
    ['recoveryByPhone'],
    { pool: recovery('verified_phone_number'), mfa: { EmailMfaConfiguration } },
  ],
  [
    ['mailFactorSender', 'mailByDefault'],
    { pool: { EmailConfiguration: undefined, ...factors('PASSWORD', 'EMAIL_OTP') } },
  ],
  [['choiceWithoutFlow'], { client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } }],
  [['passkeyWithoutHost'], { mfa: { WebAuthnConfiguration: undefined } }],
  [['passkeyElsewhere', 'noCallback', 'noLogout'], {}, 'login.example.org'],
  [
    ['passkeyElsewhere'],
    {
      mfa: {
        WebAuthnConfiguration: {
          ...goodMfa.WebAuthnConfiguration,
          RelyingPartyId: 'in.example.com',
        },
      },
    },
  ],
  [['deletionProtectionOff'], { pool: { DeletionProtection: 'INACTIVE' } }],
  [['changeBeforeVerifying'], { pool: { UserAttributeUpdateSettings: undefined } }],
  [['recoveryByPhone'], { pool: recovery('verified_phone_number', 'verified_email') }],
  [['recoveryByAdmin'], { pool: recovery('admin_only') }],
  [['mailByDefault'], { pool: { EmailConfiguration: undefined } }],
  [['smsToStrangers'], { pool: { AutoVerifiedAttributes: ['email', 'phone_number'] } }],
  [
    ['rotationOff', 'litePlan'],
    {
      pool: { UserPoolTier: 'LITE' },
      client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    },
  ],
  [['threatProtectionOff'], { pool: { UserPoolAddOns: undefined } }],
  [['implicitFlow'], { client: { AllowedOAuthFlows: ['code', 'implicit'] } }],
  [
    ['plainCallback'],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'http://login.example.com/x'] } },
  ],
  [
    ['plainCallback'],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'https://*.example.com/x'] } },
  ],
  [
    [],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'http://localhost:5173/x', 'my:/x'] } },
  ],
  [['noCallback'], { client: { CallbackURLs: ['https://login.example.com/callback'] } }],
  [['noLogout'], { client: { LogoutURLs: undefined } }],
  [['scopesMissing'], { client: { AllowedOAuthScopes: ['openid'] } }],
  [['providersOutOfReach'], { client: { AllowedOAuthFlowsUserPoolClient: false } }],
  [['providersOutOfReach'], { domains: [] }],
]

test.each(mistakes)('%j', async (expected, shape, at) => {
  expect((await codesOf(shape, at)).toSorted()).toEqual(expected.toSorted())
})

test('every check has a pool it speaks up about', () => {
  const spokenOf = new Set(mistakes.flatMap(([codes]) => codes))
  expect(checks.map(({ code }) => code).filter((code) => !spokenOf.has(code))).toEqual([])
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length)
})

test('without a setting for recovery, as pools of old, the phone comes first', async () => {
  const found = await seen()
  const pool = { ...found.pool, AccountRecoverySetting: undefined }
  expect(adviceOn({ ...found, pool }).map(({ code }) => code)).toEqual(['recoveryByPhone'])
})

test('without a host, nothing is said of where the portal is', async () => {
  expect(adviceOn({ ...(await seen()), host: undefined })).toEqual([])
})

test('the sentences name what they are about, say what to do and where it is written', async () => {
  const worst = await seen({
    pool: {
      Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }],
      Policies: { PasswordPolicy: { MinimumLength: 6, RequireNumbers: true } },
    },
    client: { GenerateSecret: true, WriteAttributes: undefined, ...days(365) },
    providers: [google, { ProviderName: 'Work', ProviderType: 'OIDC' }],
  })
  const advice = adviceOn(worst)
  expect(advice.map(({ severity }) => severity)).toEqual([
    'dangerous',
    'dangerous',
    'unwise',
    'unwise',
    'unwise',
  ])
  const text = spokenAdvice(advice)
  expect(text).toContain('dangerous: clientSecret\n  The app client has a secret.')
  expect(text).toContain('Passwords may have 6 characters.')
  expect(text).toContain('The pool has custom:role, too.')
  expect(text).toContain('Refresh tokens are valid for 365 days')
  expect(text).toContain('https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver')
  expect(text.endsWith('2 dangerous, 3 unwise, 0 note.')).toBe(true)
})
