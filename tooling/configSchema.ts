import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { hostPattern, type Setting, settings } from '#config/settings.ts'

export const schemaFile = fileURLToPath(
  new URL('../public/portal.config.schema.json', import.meta.url),
)

/** What an editor shows beside each setting. Kept out of the schema the page loads. */
const descriptions: Record<string, string> = {
  $schema: 'The address of this schema, for editors.',
  hosts:
    'What is different at a host, by its name as browsers show it (login.example.com, localhost:5173): settings here take the place of those above, one by one. A host that is not named has what is above.',
  cognito: 'Which user pool this portal is the front door of.',
  'cognito.region': 'The AWS region of the user pool, like eu-central-1.',
  'cognito.userPoolId': 'The id of the user pool, like eu-central-1_AbCdEfGhI.',
  'cognito.userPoolClientId': 'The id of an app client without a secret.',
  'cognito.endpoint':
    'Only for a pool that does not answer at https://cognito-idp.{region}.amazonaws.com, such as a local Cognito.',
  portal: 'How the portal presents itself.',
  'portal.name': 'The name people see in headings and page titles.',
  'portal.supportUrl': 'Where people who are stuck may write to or look: mailto:, https: or http:.',
  'portal.termsUrl': 'Terms of use, linked at the foot of every page.',
  'portal.privacyUrl': 'Privacy notice, linked at the foot of every page.',
  'portal.imprintUrl': 'Imprint, linked at the foot of every page.',
  'portal.accessibilityUrl': 'Accessibility statement, linked at the foot of every page.',
  'portal.footer': 'A line at the foot of every page, such as who runs this portal.',
  'portal.languages':
    'The languages people may choose from; the first is for those who want none of them.',
  brand:
    'Colours, logo and corners. Colours that would be hard to read are moved until they are not.',
  'brand.logo': 'The logo, a file of this site, 32 px high.',
  'brand.logoDark': 'The logo on dark ground, where the other would not be seen.',
  'brand.wordmark':
    'True where the logo itself says the name, which is then not printed beside it.',
  'brand.background':
    'A picture for the panel beside sign-in on wide screens, a file of this site.',
  'brand.icon': "The icon in the browser's tab, a file of this site.",
  'brand.accent': 'The colour of buttons and links, like #0f4a31.',
  'brand.accentDark': 'The same in the dark scheme; without it, one is derived.',
  'brand.surface': 'The colour of the page, in the light scheme.',
  'brand.surfaceDark': 'The same in the dark scheme; without it, one is derived.',
  'brand.corners': 'How corners are drawn.',
  messages: 'Sentences of your own, by language and key; the keys are those of src/i18n/en/.',
  'messages.en': 'English sentences.',
  'messages.de': 'German sentences.',
  'messages.ar': 'Arabic sentences.',
  passwordPolicy:
    "The pool's Policies.PasswordPolicy, to check a new password while it is typed. Must say what the pool says.",
  'passwordPolicy.minimumLength': 'MinimumLength of the pool.',
  'passwordPolicy.requireLowercase': 'RequireLowercase of the pool.',
  'passwordPolicy.requireUppercase': 'RequireUppercase of the pool.',
  'passwordPolicy.requireNumbers': 'RequireNumbers of the pool.',
  'passwordPolicy.requireSymbols': 'RequireSymbols of the pool.',
  signIn: 'How a sign-in begins. The app client must have the flow (ExplicitAuthFlows).',
  'signIn.flow':
    'USER_SRP_AUTH asks for the password at once; USER_AUTH for the name, and then for what the person has; CUSTOM_AUTH is led by the triggers of the pool.',
  'signIn.preferred': 'With USER_AUTH: what to ask for first of those who have it.',
  'signIn.acrValues':
    'With USER_AUTH, where the pool steps up: the levels that sensitive actions ask for, best first, like urn:cognito:loa:4 urn:cognito:loa:1. Signing in asks for the last one, so name one there that everybody can reach.',
  'signIn.recentMinutes':
    'How long a sign-in counts as recent. Sensitive actions ask for the password again after that.',
  'signIn.secondFactors':
    'The second factors that people may switch on: SOFTWARE_TOKEN_MFA, EMAIL_OTP, SMS_MFA, as far as the pool has them.',
  'signIn.passkeys': 'Whether people may add passkeys: the pool must have WebAuthn set up.',
  'signIn.password': 'With CUSTOM_AUTH: whether the password comes before the first challenge.',
  federation: "Signing in with somebody else's account, over the pool's domain.",
  'federation.domain':
    'The address of the domain of the pool, like https://example.auth.eu-central-1.amazoncognito.com. /sign-in/callback of the portal must be a CallbackURL of the client.',
  'federation.providers':
    'The identity providers to offer: name is the one in the pool, label what people call it; whoever gives an address of one of emailDomains goes there at once.',
  'federation.logout':
    'Whether signing out signs out of the domain, too. /sign-in of the portal must then be a LogoutURL of the client.',
  'federation.scopes': 'What is asked for; aws.cognito.signin.user.admin is for the account page.',
  signUp: 'Who may create an account, and what is asked.',
  'signUp.enabled': 'False where only administrators create accounts.',
  'signUp.password':
    'False where people sign up without a password, and sign in by codes or passkeys.',
  'signUp.attributes':
    'Attributes asked for at sign-up besides the e-mail address: those the pool requires.',
  profile: 'What people see of their attributes on their account page, and may change.',
  'profile.attributes':
    "Which, in this order; the client must be able to read them. None listed: everything the client may read, and of that the sign-up's own attributes can be changed.",
  'profile.readOnly': 'Those of them that are only shown.',
  'profile.required': 'Those of them that may not be left empty.',
  'profile.controls':
    'Attribute to the control that asks for it, for custom ones: text, number, date, boolean, or the choices separated by |.',
  api: "The team's own API, for the Access page and session.fetch().",
  'api.origins':
    'Origins that may have the access token, like https://api.example.com; self is the site of the portal. No other gets it.',
  'api.me':
    'An address of it that says who the token is of, shown on the Access page. Its origin must be one of api.origins; a path is one of this site.',
  session: 'How long a sign-in is remembered, and where.',
  'session.storage': 'encrypted keeps the session over a reload; memory forgets it with the page.',
  'session.refreshTokenValiditySeconds':
    "The client's RefreshTokenValidity in seconds, to tell people how long they stay signed in.",
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

/** At a host nothing is required: it may be above. */
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
