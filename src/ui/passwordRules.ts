/** A user pool's `PasswordPolicy`, in camel case. */
export interface PasswordPolicy {
  minimumLength: number
  requireLowercase: boolean
  requireUppercase: boolean
  requireNumbers: boolean
  requireSymbols: boolean
}

export type PasswordRule = 'length' | 'lowercase' | 'uppercase' | 'number' | 'symbol'

/**
 * The symbols that Cognito accepts; a space counts too, but not as the first or last character.
 * Letters and digits are ASCII only. Written without a lookbehind, which Safari 16.0 cannot parse.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|. ./s

/** The rules of a policy, in the order in which Cognito checks them, and whether a password meets each. */
export function checkPassword(
  password: string,
  policy: PasswordPolicy,
): { rule: PasswordRule; met: boolean }[] {
  const rules: [PasswordRule, required: boolean, met: boolean][] = [
    // Counted in code points: never more than Cognito counts.
    ['length', true, Array.from(password).length >= policy.minimumLength],
    ['lowercase', policy.requireLowercase, /[a-z]/.test(password)],
    ['uppercase', policy.requireUppercase, /[A-Z]/.test(password)],
    ['number', policy.requireNumbers, /[0-9]/.test(password)],
    ['symbol', policy.requireSymbols, symbol.test(password)],
  ]
  return rules.filter(([, required]) => required).map(([rule, , met]) => ({ rule, met }))
}

/** The rules of a policy that a password does not meet; empty when it may be submitted. */
export function unmetRules(password: string, policy: PasswordPolicy): PasswordRule[] {
  return checkPassword(password, policy)
    .filter(({ met }) => !met)
    .map(({ rule }) => rule)
}
