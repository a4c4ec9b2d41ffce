/** What a setting may be. `fallback` stands where the operator says nothing; without one it stays unset. */
export type Setting = { required?: true; fallback?: unknown } & (
  | { type: 'text'; pattern: RegExp }
  | { type: 'flag' }
  | { type: 'count'; from: number; to: number }
  | { type: 'choice'; of: readonly string[] }
  | { type: 'names'; pattern?: RegExp }
  | { type: 'choices'; of: readonly string[] }
  | { type: 'sentences' }
  | { type: 'providers' }
)

const url = {
  type: 'text',
  pattern: /^https?:\/\/[a-z\d.-]+(:\d+)?(\/\S*)?$/,
} as const
const colour = { type: 'text', pattern: /^#[0-9a-fA-F]{6}$/ } as const
/** A file of this site: the CSP admits no picture from elsewhere. */
const file = { type: 'text', pattern: /^\/[^/\\]\S*$/ } as const
const link = { type: 'text', pattern: /^(https?:\/\/|mailto:)[^\s/]+/ } as const
const sentences = { type: 'sentences' } as const
const isOn = { type: 'flag', fallback: true } as const

/**
 * Everything an operator may set, by section and name. From here come the check at start, the
 * fallbacks, and the JSON schema that is published beside `portal.config.json`.
 */
export const settings = {
  cognito: {
    region: {
      type: 'text',
      required: true,
      pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    },
    userPoolId: {
      type: 'text',
      required: true,
      pattern: /^[\w-]+_[0-9a-zA-Z]+$/,
    },
    userPoolClientId: {
      type: 'text',
      required: true,
      pattern: /^\w{1,128}$/,
    },
    endpoint: url,
  },
  portal: {
    name: { type: 'text', pattern: /\S/, fallback: 'Gatehouse' },
    supportUrl: link,
    termsUrl: link,
    privacyUrl: link,
    imprintUrl: link,
    accessibilityUrl: link,
    footer: { type: 'text', pattern: /\S/ },
    languages: { type: 'choices', of: ['en', 'de', 'ar'], fallback: ['en', 'de', 'ar'] },
  },
  brand: {
    logo: file,
    logoDark: file,
    wordmark: { type: 'flag' },
    background: file,
    icon: file,
    accent: colour,
    accentDark: colour,
    surface: colour,
    surfaceDark: colour,
    corners: { type: 'choice', of: ['sharp', 'soft', 'round'] },
  },
  messages: { en: sentences, de: sentences, ar: sentences },
  passwordPolicy: {
    minimumLength: { type: 'count', from: 6, to: 99, fallback: 8 },
    requireLowercase: isOn,
    requireUppercase: isOn,
    requireNumbers: isOn,
    requireSymbols: isOn,
  },
  /** How a sign-in begins: AWS's names of authentication flows. */
  signIn: {
    flow: {
      type: 'choice',
      of: ['USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'],
      fallback: 'USER_SRP_AUTH',
    },
    /** USER_AUTH: what to ask for first, where the person has it (PREFERRED_CHALLENGE). */
    preferred: { type: 'choice', of: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
    /** USER_AUTH: TARGET_ACR_VALUES of careful actions. */
    acrValues: { type: 'text', pattern: /^\S+( \S+)*$/ },
    recentMinutes: { type: 'count', from: 1, to: 1440, fallback: 10 },
    /** What people may switch on for themselves: Cognito's names of second factors. */
    secondFactors: { type: 'names', fallback: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA'] },
    passkeys: isOn,
    /** CUSTOM_AUTH: whether the password comes first. */
    password: isOn,
  },
  /** Signing in with somebody else's account, over the pool's domain. */
  federation: {
    domain: url,
    providers: { type: 'providers', fallback: [] },
    logout: isOn,
    scopes: {
      type: 'names',
      fallback: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    },
  },
  signUp: {
    enabled: isOn,
    password: isOn,
    attributes: { type: 'names', fallback: [] },
  },
  /** What people see and change of their attributes, in this order. */
  profile: {
    attributes: { type: 'names', fallback: [] },
    readOnly: { type: 'names', fallback: [] },
    required: { type: 'names', fallback: [] },
    /** Attribute to the control that asks for it, where its name does not tell. */
    controls: sentences,
  },
  /** The team's own API. */
  api: {
    /** Those that may have the access token; `self` is this site. */
    origins: {
      type: 'names',
      pattern: /^(self|(https:\/\/[\w.-]+|http:\/\/localhost)(:\d+)?)$/,
      fallback: [],
    },
    /** Who am I, as the API sees it; a path is one of this site. */
    me: { type: 'text', pattern: /^(https?:\/\/|\/)[^\s/\\]\S*$/ },
  },
  session: {
    storage: { type: 'choice', of: ['encrypted', 'memory'], fallback: 'encrypted' },
    refreshTokenValiditySeconds: { type: 'count', from: 3600, to: 3650 * 86_400 },
  },
} as const satisfies Record<string, Record<string, Setting>>

/** A name in `hosts`: what `location.host` can be, so no scheme, no path, no capitals. */
export const hostPattern = /^[a-z\d.:[\]-]+$/

/** Is this a value that the setting may have? */
export function fits(setting: Setting, value: unknown): boolean {
  switch (setting.type) {
    case 'text':
      return typeof value === 'string' && setting.pattern.test(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return setting.of.some((one) => one === value)
    case 'names':
      return (
        Array.isArray(value) &&
        value.every((name) => isText(name) && (setting.pattern ?? /[^]/).test(name))
      )
    case 'choices': {
      const of: readonly unknown[] = setting.of
      return Array.isArray(value) && value.length > 0 && value.every((one) => of.includes(one))
    }
    case 'providers':
      return Array.isArray(value) && value.every(isProvider)
    case 'sentences':
      return isObject(value) && Object.values(value).every(isText)
    case 'count':
      return Number.isInteger(value) && Number(value) >= setting.from && Number(value) <= setting.to
  }
}

/** An identity provider of the pool, as `federation.providers` lists it. */
export interface Provider {
  /** Cognito's name of it: Google, or what it was called when it was added. */
  name: string
  /** What people call it; without one, its name. */
  label?: string
  /** Whoever gives an address of one of these goes there at once. */
  emailDomains?: string[]
}

function isProvider(value: unknown): value is Provider {
  if (!isObject(value)) return false
  const { name, label = '', emailDomains = [] } = value
  return [name, label].every(isText) && Array.isArray(emailDomains) && emailDomains.every(isText)
}

/** What JSON calls an object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown) => typeof value === 'string'
