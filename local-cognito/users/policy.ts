import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Operations word the same refusal differently; each wording is as captured. */
const WORDING = {
  SignUp: 'Password did not conform with policy: ',
  AdminCreateUser: 'Password did not conform with password policy: ',
  AdminSetUserPassword: 'Password does not conform to policy: ',
} as const

/** What counts as a symbol. Letters and digits are ASCII only, so `é` is none of the four. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=.) (?=.)/

/**
 * @throws CognitoError `InvalidPasswordException`, which names the first rule that is broken:
 *   Cognito reports one at a time
 */
export function checkPolicy(pool: Pool, password: string, wording: keyof typeof WORDING) {
  const broken = brokenRule(pool.settings.Policies?.PasswordPolicy ?? {}, password)
  if (broken) throw new CognitoError('InvalidPasswordException', WORDING[wording] + broken)
}

function brokenRule(policy: PasswordPolicyType, password: string) {
  if (password.length < (policy.MinimumLength ?? 8)) return 'Password not long enough'
  if (policy.RequireLowercase && !/[a-z]/.test(password))
    return 'Password must have lowercase characters'
  if (policy.RequireUppercase && !/[A-Z]/.test(password))
    return 'Password must have uppercase characters'
  if (policy.RequireNumbers && !/[0-9]/.test(password))
    return 'Password must have numeric characters'
  if (policy.RequireSymbols && !SYMBOL.test(password)) return 'Password must have symbol characters'
  return undefined
}
