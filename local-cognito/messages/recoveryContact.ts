import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'
import { isMfaContact } from '#local-cognito/users/mfaFactors.ts'

/**
 * Contact that a password reset code goes to: the first verified one, in the order of the pool's
 * AccountRecoverySetting. Contacts that receive MFA codes are excluded, since one mailbox would
 * then be both factors (developer guide, "Adding MFA to a user pool").
 * @throws CognitoError when there is none, or only an administrator may reset passwords
 */
export function recoveryContact(pool: Pool, user: User): ContactAttribute {
  const mechanisms = (pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? []).toSorted(
    (a, b) => (a.Priority ?? 0) - (b.Priority ?? 0),
  )
  if (mechanisms.some(({ Name }) => Name === 'admin_only'))
    throw notAuthorized('Contact administrator to reset password.')
  const contacts = mechanisms.map(({ Name }): ContactAttribute =>
    Name === 'verified_email' ? 'email' : 'phone_number',
  )
  const usable = contacts.find(
    (contact) =>
      user.attributes[contact] &&
      user.attributes[`${contact}_verified`] === 'true' &&
      !isMfaContact(pool, user, contact),
  )
  if (usable) return usable
  throw invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
}
