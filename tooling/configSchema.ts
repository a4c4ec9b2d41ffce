import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { hostPattern, type Setting, settings } from '#config/settings.ts'

export const schemaFile = fileURLToPath(
  new URL('../public/portal.config.schema.json', import.meta.url),
)

/** Descriptions for editors. Not in `settings`, which the page loads. */
const descriptions: Record<string, string> = {
  $schema: 'The URL of this schema, for editors.',
  hosts:
    'Settings of single hosts, by host name as browsers show it (login.example.com, localhost:5173). They override the top-level settings one by one; other hosts use the top-level settings.',
  cognito: 'The user pool of this portal.',
  'cognito.region': 'The AWS region of the user pool, like eu-central-1.',
  'cognito.userPoolId': 'The id of the user pool, like eu-central-1_AbCdEfGhI.',
  'cognito.userPoolClientId': 'The id of an app client without a secret.',
  'cognito.endpoint':
    'The endpoint of the pool, if it is not the one of AWS in that region: a local Cognito, or a replica of the pool in another region.',
  portal: 'Name, links and languages of the portal.',
  'portal.name': 'The name in headings and page titles.',
  'portal.supportUrl': 'Where users get help: a mailto:, https: or http: link.',
  'portal.termsUrl': 'Terms of use, linked in the footer of every page.',
  'portal.privacyUrl': 'Privacy notice, linked in the footer of every page.',
  'portal.imprintUrl': 'Imprint, linked in the footer of every page.',
  'portal.accessibilityUrl': 'Accessibility statement, linked in the footer of every page.',
  'portal.footer': 'A line in the footer of every page, such as the name of the company.',
  'portal.languages': 'The languages users can choose; the first is the default.',
  brand:
    'Colours, logo and corners. Colours with too little contrast are made lighter or darker; the console names them.',
  'brand.logo': 'The logo, a file of this site, 32 px high.',
  'brand.logoDark': 'The logo for the dark scheme.',
  'brand.wordmark': 'True if the logo contains the name, which is then not shown beside it.',
  'brand.background': 'A picture beside the sign-in form on wide screens, a file of this site.',
  'brand.icon': "The icon in the browser's tab, a file of this site.",
  'brand.accent': 'The colour of buttons and links, like #0f4a31.',
  'brand.accentDark': 'The same in the dark scheme; derived by default.',
  'brand.surface': 'The background colour of the page in the light scheme.',
  'brand.surfaceDark': 'The same in the dark scheme; derived by default.',
  'brand.corners': 'The shape of corners.',
  messages: 'Your own messages, by language and key; the keys are those of src/i18n/en/.',
  'messages.en': 'English messages.',
  'messages.de': 'German messages.',
  'messages.ar': 'Arabic messages.',
  passwordPolicy:
    "The pool's Policies.PasswordPolicy, to check a new password while it is typed. Must be the same as the pool's.",
  'passwordPolicy.minimumLength': 'MinimumLength of the pool.',
  'passwordPolicy.requireLowercase': 'RequireLowercase of the pool.',
  'passwordPolicy.requireUppercase': 'RequireUppercase of the pool.',
  'passwordPolicy.requireNumbers': 'RequireNumbers of the pool.',
  'passwordPolicy.requireSymbols': 'RequireSymbols of the pool.',
  signIn: 'How users sign in. The app client must allow the flow (ExplicitAuthFlows).',
  'signIn.flow':
    'USER_SRP_AUTH asks for username and password; USER_AUTH for the username, then offers password, code or passkey; CUSTOM_AUTH is controlled by the Lambda triggers of the pool.',
  'signIn.preferred': 'With USER_AUTH: the factor to ask for first, if the user has it.',
  'signIn.acrValues':
    'With USER_AUTH and step-up authentication: the levels for sensitive actions, the highest first, like urn:cognito:loa:4 urn:cognito:loa:1. Sign-in asks for the last one, which every user must be able to reach.',
  'signIn.recentMinutes':
    'How long a sign-in counts as recent. Sensitive actions ask for the password again after that.',
  'signIn.secondFactors':
    'The second factors that users can turn on: SOFTWARE_TOKEN_MFA, EMAIL_OTP, SMS_MFA, if the pool supports them.',
  'signIn.passkeys':
    'Whether users can add passkeys, and are offered them while they type their name: the pool must have WebAuthn set up.',
  'signIn.passkeyMfa':
    'Whether a passkey counts as two factors: FactorConfiguration of the WebAuthnConfiguration of the pool is MULTI_FACTOR_WITH_USER_VERIFICATION. If not, passkeys are paused while a second factor is on.',
  'signIn.password':
    'With CUSTOM_AUTH: whether the password is asked for before the first challenge.',
  federation: "Sign-in with external identity providers, through the pool's domain.",
  'federation.domain':
    'The address of the domain of the pool, like https://example.auth.eu-central-1.amazoncognito.com. /sign-in/callback of the portal must be a CallbackURL of the client.',
  'federation.providers':
    'The identity providers to offer: name is the one in the pool, label the one shown to users. Users with an email address of one of emailDomains are sent there at once.',
  'federation.logout':
    'Whether sign-out also signs out of the domain. /sign-in of the portal must then be a LogoutURL of the client.',
  'federation.scopes':
    'The scopes to ask for; the account pages need aws.cognito.signin.user.admin.',
  signUp: 'Whether users can create an account, and what they are asked for.',
  'signUp.enabled': 'False if only administrators create accounts.',
  'signUp.password':
    'False if users sign up without a password, and sign in with codes or passkeys.',
  'signUp.attributes':
    'Attributes asked for at sign-up besides the email address: those that the pool requires.',
  profile: 'The attributes that users see on the profile page, and which of them they can change.',
  'profile.attributes':
    'The attributes to show, in this order; the client must be able to read them. By default all that the client can read, and those of the sign-up can be changed.',
  'profile.readOnly': 'Attributes that cannot be changed.',
  'profile.required': 'Attributes that must not be empty.',
  'profile.controls':
    'The form control of a custom attribute: text, number, date, boolean, or choices separated by |.',
  api: "The team's API, for the Access page and session.fetch().",
  'api.origins':
    'The only origins that are sent the access token, like https://api.example.com; self is the site of the portal.',
  'api.me':
    'A URL of the API that describes the caller, shown on the Access page. Its origin must be one of api.origins; a path is of this site.',
  events:
    'Sends what happens at sign-in and sign-up, without anything about users, to a server of yours: docs/events.md.',
  'events.endpoint':
    'The address that events are sent to, like https://events.example.com/gatehouse; a path is of this site. Off by default.',
  session: 'How long a sign-in is remembered, and where.',
  'session.storage': 'encrypted keeps the session after a reload; memory ends it with the page.',
  'session.refreshTokenValiditySeconds':
    "The client's RefreshTokenValidity in seconds, to show users how long they stay signed in.",
  'session.idleMinutes':
    'Signs users out who have used none of their tabs for so many minutes; they are asked a minute or two before. Holds for "Keep me signed in", too. By default there is no such limit.',
  'session.maxHours':
    'Signs users out so many hours after they signed in, or verified themselves again; they are told five minutes before. By default only Cognito ends a session, when its refresh token ends.',
}

/**
 * The JSON schema of `portal.config.json`, as text. https://json-schema.org/draft-07
 *
 * @throws {Error} if a setting has no description, or a description no setting.
 */
export function configSchemaText(): string {
  const unused = new Set(Object.keys(descriptions))
  const describe = (path: string) => {
    const description = descriptions[path]
    if (!description) throw new Error(`tooling/configSchema.ts does not describe ${path}`)
    unused.delete(path)
    return description
  }
  const sections = Object.entries(settings).map(([section, names]) => {
    const properties = Object.entries<Setting>(names).map(
      ([name, setting]) =>
        [name, { description: describe(`${section}.${name}`), ...schemaOf(setting) }] as const,
    )
    const required = Object.entries<Setting>(names).flatMap(([name, setting]) =>
      setting.required ? [name] : [],
    )
    return [
      section,
      {
        description: describe(section),
        type: 'object',
        properties: Object.fromEntries(properties),
        required,
        additionalProperties: false,
      },
    ] as const
  })
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Gatehouse portal configuration',
    type: 'object',
    properties: {
      $schema: { description: describe('$schema'), type: 'string' },
      ...Object.fromEntries(sections),
      hosts: {
        description: describe('hosts'),
        type: 'object',
        propertyNames: { pattern: hostPattern.source },
        additionalProperties: {
          type: 'object',
          properties: Object.fromEntries(sections.map(atHost)),
          additionalProperties: false,
        },
      },
    },
    required: ['cognito'],
    additionalProperties: false,
  }
  if (unused.size > 0) throw new Error(`Descriptions of no setting: ${[...unused].join(', ')}`)
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

/** Makes all settings of a host optional: they may be in the shared part. */
function atHost([section, { required, ...schema }]: SectionSchema) {
  const same = { $ref: `#/properties/${section}` }
  return [section, required.length === 0 ? same : schema] as const
}

type SectionSchema = readonly [string, { required: string[] } & Record<string, unknown>]

function schemaOf(setting: Setting) {
  const fallback = setting.fallback === undefined ? {} : { default: setting.fallback }
  switch (setting.type) {
    case 'text':
      return { type: 'string', pattern: setting.pattern.source, ...fallback }
    case 'flag':
      return { type: 'boolean', ...fallback }
    case 'choice':
      return { enum: setting.of, ...fallback }
    case 'names':
      return { type: 'array', items: { type: 'string', ...nameRule(setting.pattern) }, ...fallback }
    case 'choices':
      return { type: 'array', items: { enum: setting.of }, minItems: 1, ...fallback }
    case 'providers':
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            label: { type: 'string' },
            emailDomains: { type: 'array', items: { type: 'string' } },
          },
          required: ['name'],
        },
        ...fallback,
      }
    case 'texts':
      return { type: 'object', additionalProperties: { type: 'string' }, ...fallback }
    case 'count':
      return {
        type: 'integer',
        minimum: setting.from,
        maximum: setting.to,
        ...fallback,
      }
  }
}

const nameRule = (pattern: RegExp | undefined) =>
  pattern ? { pattern: pattern.source } : { minLength: 1 }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(schemaFile, configSchemaText())
}
