import type { AccountAction } from '#vault/protocol/accountActions.ts'

/** Actions that change how a user signs in. ChangePassword is not one: the current password is its own proof. */
const credentialActions: ReadonlySet<AccountAction> = new Set([
  'AssociateSoftwareToken',
  'CompleteWebAuthnRegistration',
  'DeleteWebAuthnCredential',
  'SetUserMFAPreference',
  'StartWebAuthnRegistration',
  'VerifySoftwareToken',
])

/** Attributes by which a user is reached, and recovers the account. */
const contacts = ['email', 'phone_number']

/**
 * Returns whether an action changes how its user signs in or is reached, so that it needs a recent sign-in.
 *
 * @param input as it goes to Cognito, made by `JSON.parse`.
 */
export function isSensitive(action: AccountAction, input: Record<string, unknown>): boolean {
  switch (action) {
    case 'UpdateUserAttributes':
      return namesIn(input['UserAttributes']).some(isContact)
    case 'DeleteUserAttributes':
      return listed(input['UserAttributeNames']).some(isContact)
    default:
      return credentialActions.has(action)
  }
}

const isContact = (name: unknown) => contacts.some((contact) => contact === name)

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const namesIn = (attributes: unknown): unknown[] =>
  listed(attributes).map((attribute) =>
    typeof attribute === 'object' && attribute !== null && 'Name' in attribute
      ? attribute.Name
      : undefined,
  )
