import { invalidParameter } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { hasPasskey, mayCountAsTwo } from './passkeys.ts'

const WANTS_ANOTHER = 'WebAuthn MFA requires enabling an additional MFA setting.'

/**
 * Whether somebody may have their passkeys count as two factors. The texts of the last two causes
 * are as reported of the service, and so is that the other factor has to be in the same request,
 * also where it is on already.
 * @param isAnotherAsked whether the request switches another factor on
 * @throws CognitoError
 */
export function checkPasskeyMfa(pool: Pool, user: User, isAnotherAsked: boolean) {
  if (!mayCountAsTwo(pool)) throw invalidParameter('WebAuthn MFA is not enabled for the user pool.')
  if (!hasPasskey(pool, user))
    throw invalidParameter(
      'User does not have applicable WebAuthn credentials to enable WebAuthn MFA.',
    )
  if (!isAnotherAsked) throw invalidParameter(WANTS_ANOTHER)
}

/** @throws CognitoError where passkeys would be left as the only second factor (WebAuthnMfaSettingsType) */
export function checkNotAlone({ mfa }: User) {
  if (mfa?.passkeys && mfa.enabled.length === 0) throw invalidParameter(WANTS_ANOTHER)
}
