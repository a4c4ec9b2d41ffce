import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { ConfigError, type ConfigProblem, parseConfig } from '#config/loadConfig.ts'
import { problemText } from '#config/problemText.ts'
import { settings } from '#config/settings.ts'
import { configSchemaText, schemaFile } from './configSchema.ts'

const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(configSchemaText()),
)

const pool = {
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12EXAMPLE',
}

/** Returns the problems that the portal's own check finds. */
function problems(config: unknown): ConfigProblem[] {
  try {
    parseConfig(JSON.stringify(config))
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

function complaints(config: unknown): string[] {
  return problems(config).map(({ field }) => field)
}

it('publishes the schema that the portal checks with: if not, run `npm run config:schema`', async () => {
  expect(await readFile(schemaFile, 'utf8')).toBe(configSchemaText())
})

it('ships a config that asks the operator for exactly the three values of a pool', async () => {
  const shipped: unknown = JSON.parse(
    await readFile(new URL('../public/portal.config.json', import.meta.url), 'utf8'),
  )
  expect(complaints(shipped)).toEqual([
    'cognito.region',
    'cognito.userPoolId',
    'cognito.userPoolClientId',
  ])
})

const odd = [
  null,
  '',
  ' ',
  'x',
  'https://a.example',
  'mailto:a@example.com',
  'encrypted',
  true,
  false,
]
const numbers = [0, 1, 6, 8, 99, 100, 1.5, -1, 3599, 3600, 1e21]
const several = [[], [''], ['a'], [1], ['de', 'en'], ['en', 'xx'], {}, { a: 'b' }, { a: 1 }]
const variants = ['#0f4a31', '#fff', 'red', '/logo.svg', '//evil.example/a', '/\\evil', 'round']
const origins = [
  ['self', 'https://api.example.com:8443', 'http://localhost:3000'],
  ['https://api.example.com/'],
  ['https://api.example.com@evil.example'],
  ['http://api.example.com'],
]
const values = [...odd, ...numbers, ...several, ...variants, ...origins]

describe("the portal's check and the published schema agree, as read by another validator", () => {
  const paths = Object.entries(settings).flatMap(([section, names]) =>
    Object.keys(names).map((name) => [section, name] as const),
  )

  it.each(paths)('on every value of %s.%s', (section, name) => {
    for (const value of values) {
      const base: Record<string, object> = { cognito: pool }
      const config = { ...base, [section]: { ...base[section], [name]: value } }
      const found = complaints(config)
      expect(found, JSON.stringify(config)).toEqual(isValid(config) ? [] : [`${section}.${name}`])
    }
  })

  it.each([
    ['nothing', {}],
    ['no object', []],
    ['null', null],
    ['a section that is none', { cognito: pool, portal: 'Gatehouse' }],
    ['a section that is null', { cognito: pool, portal: null }],
    ['a section nobody knows', { cognito: pool, colours: {} }],
    ['a name nobody knows', { cognito: { ...pool, secret: 'x' } }],
    ['a name from the prototype', { cognito: pool, portal: { toString: 'x' } }],
    ['hosts that are a list', { cognito: pool, hosts: [] }],
    ['a host that is none', { cognito: pool, hosts: { 'https://a.example': {} } }],
    ['a host that is null', { cognito: pool, hosts: { 'a.example': null } }],
    ['a section nobody knows, at a host', { cognito: pool, hosts: { 'a.example': { hosts: {} } } }],
    [
      'a name nobody knows, at a host',
      { cognito: pool, hosts: { 'a.example': { api: { x: 1 } } } },
    ],
    [
      'a wrong pool at a host',
      { cognito: pool, hosts: { 'a.example': { cognito: { region: 1 } } } },
    ],
    ['a host with its pool, where no other has one', { hosts: { 'a.example': { cognito: pool } } }],
    ['a pool without a client', { cognito: { region: pool.region, userPoolId: pool.userPoolId } }],
  ])('on %s', (_, config) => {
    expect(complaints(config)).not.toEqual([])
    expect(isValid(config)).toBe(false)
  })
})

it.each([
  ['a host that changes nothing', {}],
  ['a host with another client', { cognito: { userPoolClientId: 'another' } }],
  ['a host with another name', { portal: { name: 'Elsewhere' } }],
])('both accept %s', (_, own) => {
  const config = { cognito: pool, hosts: { 'a.example': own } }
  expect(complaints(config)).toEqual([])
  expect(isValid(config)).toBe(true)
})

it('fills in the defaults', () => {
  expect(parseConfig(JSON.stringify({ cognito: pool }))).toEqual({
    cognito: pool,
    portal: { name: 'Gatehouse', languages: ['en', 'de', 'ar'] },
    brand: {},
    messages: {},
    passwordPolicy: {
      minimumLength: 8,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    signIn: {
      flow: 'USER_SRP_AUTH',
      recentMinutes: 10,
      secondFactors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA'],
      passkeys: true,
      password: true,
    },
    federation: {
      providers: [],
      logout: true,
      scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    },
    signUp: { enabled: true, password: true, attributes: [] },
    profile: { attributes: [], readOnly: [], required: [] },
    events: {},
    api: { origins: [] },
    session: { storage: 'encrypted' },
    hosts: new Map(),
  })
})

it('reports a pool ID of another region than the configured one', () => {
  expect(complaints({ cognito: { ...pool, region: 'us-east-1' } })).toEqual(['cognito.region'])
})

it('describes every fault', () => {
  const wrong = Object.entries(settings).map(([section, names]) => [
    section,
    Object.fromEntries(Object.keys(names).map((name) => [name, null])),
  ])
  const texts = problems(Object.fromEntries(wrong)).map(
    (problem) => `${problem.field} ${problemText(problem)}`,
  )
  expect(texts.join('\n')).toMatchInlineSnapshot(`
    "cognito.region must be an AWS region, like eu-central-1
    cognito.userPoolId must be a user pool id, like eu-central-1_AbCdEfGhI
    cognito.userPoolClientId must be the id of an app client without a secret
    cognito.endpoint must be an https: address; http: is for localhost only
    portal.name must not be empty
    portal.supportUrl must be an https: or mailto: address
    portal.termsUrl must be an https: or mailto: address
    portal.privacyUrl must be an https: or mailto: address
    portal.imprintUrl must be an https: or mailto: address
    portal.accessibilityUrl must be an https: or mailto: address
    portal.footer must be a text
    portal.languages must be a list of some of en, de, ar
    brand.logo must be the path of a file on this site, like /logo.svg
    brand.logoDark must be the path of a file on this site, like /logo.svg
    brand.wordmark must be true or false
    brand.background must be the path of a file on this site, like /logo.svg
    brand.icon must be the path of a file on this site, like /logo.svg
    brand.accent must be a colour like #0f4a31
    brand.accentDark must be a colour like #0f4a31
    brand.surface must be a colour like #0f4a31
    brand.surfaceDark must be a colour like #0f4a31
    brand.corners must be one of sharp, soft, round
    messages.en must be an object of texts
    messages.de must be an object of texts
    messages.ar must be an object of texts
    passwordPolicy.minimumLength must be a whole number from 6 to 99
    passwordPolicy.requireLowercase must be true or false
    passwordPolicy.requireUppercase must be true or false
    passwordPolicy.requireNumbers must be true or false
    passwordPolicy.requireSymbols must be true or false
    signIn.flow must be one of USER_SRP_AUTH, USER_AUTH, CUSTOM_AUTH
    signIn.preferred must be one of PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN
    signIn.acrValues must be names of levels with a space between them
    signIn.recentMinutes must be a whole number from 1 to 1440
    signIn.secondFactors must be a list of attribute names
    signIn.passkeys must be true or false
    signIn.passkeyMfa must be true or false
    signIn.password must be true or false
    federation.domain must be the https: address of the domain of the pool
    federation.providers must be a list like [{"name": "Google", "label": "Google", "emailDomains": []}]
    federation.logout must be true or false
    federation.scopes must be a list of names of scopes
    signUp.enabled must be true or false
    signUp.password must be true or false
    signUp.attributes must be a list of attribute names
    profile.attributes must be a list of attribute names
    profile.readOnly must be a list of attribute names
    profile.required must be a list of attribute names
    profile.controls must be an object of texts
    api.origins must be a list of origins like https://api.example.com, or self
    api.me must be an http(s) address, or a path of this site like /api/me
    events.endpoint must be an http(s) address, or a path of this site like /events
    session.storage must be one of encrypted, memory
    session.refreshTokenValiditySeconds must be a whole number from 3600 to 315360000
    session.idleMinutes must be a whole number from 2 to 43200
    session.maxHours must be a whole number from 1 to 87600"
  `)
})
