/** The type and limits of a setting. `fallback` is its value if the operator sets none. */
export type Setting = { required?: true; fallback?: unknown } &
  /** `isAddress`: also one that browsers can read. */
  (
    | { type: 'text'; pattern: RegExp; isAddress?: true }
    | { type: 'flag' }
    | { type: 'count'; from: number; to: number }
    | { type: 'choice'; of: readonly string[] }
    | { type: 'names'; pattern?: RegExp; isAddress?: true }
    | { type: 'choices'; of: readonly string[] }
    | { type: 'texts' }
    | { type: 'providers' }
  )

// No white space and no backslash in an address: browsers drop a tab or a line break, and read a backslash as a slash,
// so that `/<tab>/evil.example/logo.svg` is a file of another site.

/** Passwords go there, so only a server on this machine may do without TLS. */
const url = {
  type: 'text',
  isAddress: true,
  pattern:
    /^(https:\/\/[a-z\d.-]+|http:\/\/(([a-z\d-]+\.)*localhost|127\.0\.0\.1))(:\d+)?(\/[^\s\\]*)?$/,
} as const
const colour = { type: 'text', pattern: /^#[0-9a-fA-F]{6}$/ } as const
/** A file of this site: the CSP blocks images of other sites. */
const file = { type: 'text', isAddress: true, pattern: /^\/[^\s/\\][^\s\\]*$/ } as const
const link = {
  type: 'text',
  isAddress: true,
  pattern: /^(https?:\/\/|mailto:)[^\s/\\][^\s\\]*$/,
} as const
const texts = { type: 'texts' } as const
const isOn = { type: 'flag', fallback: true } as const

/**
 * Every setting of `portal.config.json`, by section and name. Source of the check at start, the fallbacks and
 * the published JSON schema.
 */
export const settings = {
  cognito: {
    region: {
      type: 'text',
      required: true,
      // Two letters, but `eusc` in the European Sovereign Cloud.
      pattern: /^[a-z]{2,4}(-[a-z]+)+-\d$/,
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
  messages: { en: texts, de: texts, ar: texts },
  passwordPolicy: {
    minimumLength: { type: 'count', from: 6, to: 99, fallback: 8 },
    requireLowercase: isOn,
    requireUppercase: isOn,
    requireNumbers: isOn,
    requireSymbols: isOn,
  },
  /** How sign-in works, by Cognito's names of authentication flows. */
  signIn: {
    flow: {
      type: 'choice',
      of: ['USER_SRP_AUTH', 'USER_AUTH', 'CUSTOM_AUTH'],
      fallback: 'USER_SRP_AUTH',
    },
    /** USER_AUTH: the preferred first factor (PREFERRED_CHALLENGE). */
    preferred: { type: 'choice', of: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] },
    /** USER_AUTH: TARGET_ACR_VALUES of sensitive actions, separated by spaces. */
    acrValues: { type: 'text', pattern: /^\S+( \S+)*$/ },
    /** A sign-in counts as recent for so many minutes. */
    recentMinutes: { type: 'count', from: 1, to: 1440, fallback: 10 },
    /** Second factors that users can turn on, by Cognito's names. */
    secondFactors: { type: 'names', fallback: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA'] },
    passkeys: isOn,
    /** Whether the pool lets a passkey count as MFA (WebAuthnConfiguration.FactorConfiguration); unknown if not set. */
    passkeyMfa: { type: 'flag' },
    /** CUSTOM_AUTH: whether the password is asked for first. */
    password: isOn,
  },
  /** Sign-in with external identity providers, through the domain of the pool. */
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
  /** The attributes shown on the profile page, in this order, and which of them users can change. */
  profile: {
    attributes: { type: 'names', fallback: [] },
    readOnly: { type: 'names', fallback: [] },
    required: { type: 'names', fallback: [] },
    /** The form control of an attribute, where its name does not tell. */
    controls: texts,
  },
  /** The team's API. */
  api: {
    /** Origins that are sent the access token; `self` is this site. */
    origins: {
      type: 'names',
      isAddress: true,
      pattern: /^(self|(https:\/\/[\w.-]+|http:\/\/localhost)(:\d+)?)$/,
      fallback: [],
    },
    /** URL that describes the caller (`GET /me`); a path is of this site. */
    me: {
      type: 'text',
      isAddress: true,
      pattern: /^(https?:\/\/|\/)[^\s/\\][^\s\\]*$/,
    },
  },
  /** The stream of events for operators: docs/events.md. */
  events: {
    /** Address that batches are sent to; a path is of this site. */
    endpoint: {
      type: 'text',
      pattern: new RegExp(`${url.pattern.source}|${file.pattern.source}`),
    },
  },
  session: {
    storage: { type: 'choice', of: ['encrypted', 'memory'], fallback: 'encrypted' },
    refreshTokenValiditySeconds: { type: 'count', from: 3600, to: 3650 * 86_400 },
    /** Two at least: the user is warned for one of them. */
    idleMinutes: { type: 'count', from: 2, to: 30 * 1440 },
    maxHours: { type: 'count', from: 1, to: 3650 * 24 },
  },
} as const satisfies Record<string, Record<string, Setting>>

/** A key of `hosts`, like `location.host`: no scheme, no path, no capitals. */
export const hostPattern = /^[a-z\d.:[\]-]+$/

/** Whether the value is valid for the setting. */
export function fits(setting: Setting, value: unknown): boolean {
  switch (setting.type) {
    case 'text':
      return isText(value) && setting.pattern.test(value) && isReadable(setting, value)
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return setting.of.some((one) => one === value)
    case 'names':
      return (
        Array.isArray(value) &&
        value.every(
          (name) =>
            isText(name) && (setting.pattern ?? /[^]/).test(name) && isReadable(setting, name),
        )
      )
    case 'choices': {
      const of: readonly unknown[] = setting.of
      return Array.isArray(value) && value.length > 0 && value.every((one) => of.includes(one))
    }
    case 'providers':
      return Array.isArray(value) && value.every(isProvider)
    case 'texts':
      return isObject(value) && Object.values(value).every(isText)
    case 'count':
      return Number.isInteger(value) && Number(value) >= setting.from && Number(value) <= setting.to
  }
}

/** An identity provider of the pool, in `federation.providers`. */
export interface Provider {
  /** Its name in the user pool. */
  name: string
  /** The name shown to users; `name` by default. */
  label?: string
  /** Users with an email address of one of these domains are sent there at once. */
  emailDomains?: string[]
}

function isProvider(value: unknown): value is Provider {
  if (!isObject(value)) return false
  const { name, label = '', emailDomains = [] } = value
  return [name, label].every(isText) && Array.isArray(emailDomains) && emailDomains.every(isText)
}

/** Whether it is a JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a browser can read it as an address, if it has to be one: with a port and a host that exist. */
function isReadable({ isAddress }: { isAddress?: true }, value: string): boolean {
  if (!isAddress) return true
  try {
    return new URL(value, 'https://self.invalid').href !== ''
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
