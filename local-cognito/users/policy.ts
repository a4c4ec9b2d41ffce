import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Operations word the same refusal differently (as captured). */
const WORDING = {
  SignUp: 'Password did not conform with policy: ',
  AdminCreateUser: 'Password did not conform with password policy: ',
  AdminSetUserPassword: 'Password does not conform to policy: ',
} as const

/**
 * Symbols of the password policy. Letters and digits are ASCII only, so `é` belongs to no class.
 */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=.) (?=.)/

/**
 * @throws CognitoError `InvalidPasswordException`, which names the first broken rule only, as
 *   Cognito does
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
