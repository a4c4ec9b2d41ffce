/** What a setting may be. `fallback` stands where the operator says nothing; without one it stays unset. */
export type Setting = { required?: true; fallback?: unknown } & (
  | { type: 'text'; pattern: RegExp; says: string }
  | { type: 'flag' }
  | { type: 'count'; from: number; to: number }
  | { type: 'choice'; of: readonly string[] }
  | { type: 'names' }
)

const url = {
  type: 'text',
  pattern: /^https?:\/\/[^\s/]+/,
  says: 'must be an http(s) address',
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
      says: 'must be an AWS region, like eu-central-1',
    },
    userPoolId: {
      type: 'text',
      required: true,
      pattern: /^[\w-]+_[0-9a-zA-Z]+$/,
      says: 'must be a user pool id, like eu-central-1_AbCdEfGhI',
    },
    userPoolClientId: {
      type: 'text',
      required: true,
      pattern: /^\w{1,128}$/,
      says: 'must be the id of an app client without a secret',
    },
    endpoint: url,
  },
  portal: {
    name: { type: 'text', pattern: /\S/, says: 'must not be empty', fallback: 'Gatehouse' },
    supportUrl: {
      type: 'text',
      pattern: /^(https?:\/\/|mailto:)[^\s/]+/,
      says: 'must be an https: or mailto: address',
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

/** @returns what is wrong with the value, for an operator; undefined when nothing is. */
export function fault(setting: Setting, value: unknown): string | undefined {
  switch (setting.type) {
    case 'text':
      return typeof value === 'string' && setting.pattern.test(value) ? undefined : setting.says
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'must be true or false'
    case 'choice':
      return setting.of.some((one) => one === value)
        ? undefined
        : `must be one of ${setting.of.join(', ')}`
    case 'names':
      return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '')
        ? undefined
        : 'must be a list of attribute names'
    case 'count': {
      const { from, to } = setting
      const fits = Number.isInteger(value) && Number(value) >= from && Number(value) <= to
      return fits ? undefined : `must be a whole number from ${from} to ${to}`
    }
  }
}
