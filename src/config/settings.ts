/** What a setting may be. `fallback` stands where the operator says nothing; without one it stays unset. */
export type Setting = { required?: true; fallback?: unknown } & (
  | { type: 'text'; pattern: RegExp }
  | { type: 'flag' }
  | { type: 'count'; from: number; to: number }
  | { type: 'choice'; of: readonly string[] }
  | { type: 'names' }
)

const url = {
  type: 'text',
  pattern: /^https?:\/\/[^\s/]+/,
} as const
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
    supportUrl: {
      type: 'text',
      pattern: /^(https?:\/\/|mailto:)[^\s/]+/,
    },
  },
  passwordPolicy: {
    minimumLength: { type: 'count', from: 6, to: 99, fallback: 8 },
    requireLowercase: isOn,
    requireUppercase: isOn,
    requireNumbers: isOn,
    requireSymbols: isOn,
  },
  signUp: {
    enabled: isOn,
    attributes: { type: 'names', fallback: [] },
  },
  session: {
    storage: { type: 'choice', of: ['sealed', 'memory'], fallback: 'sealed' },
    refreshTokenValiditySeconds: { type: 'count', from: 3600, to: 3650 * 86_400 },
  },
} as const satisfies Record<string, Record<string, Setting>>

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
      return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '')
    case 'count':
      return Number.isInteger(value) && Number(value) >= setting.from && Number(value) <= setting.to
  }
}
