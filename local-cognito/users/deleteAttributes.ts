import { invalidParameter } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { checkWritable, schemaAttribute, SCIM, type Writer } from './attributes.ts'
import { type ContactAttribute, CONTACTS } from './contacts.ts'

/**
 * Deletes attributes; with an address go its flag and its pending replacement.
 * @returns the addresses that are gone, whose codes are to be deleted as well
 * @throws CognitoError, with the captured messages, which differ from those of a change
 */
export function deleteAttributes(
  pool: Pool,
  user: User,
  names: string[],
  writer: Writer,
): ContactAttribute[] {
  checkWritable(pool, names, writer)
  for (const name of names) {
    const known = schemaAttribute(pool, name)
    if (!known) throw invalidAttributes(`Type for attribute {${name}} could not be determined`)
    const path = SCIM[name] ?? name
    if (known.Required) throw invalidAttributes(`${path}: The attribute ${path} is required`)
    if (known.Mutable === false)
      throw invalidAttributes(
        `${name.replace(/^custom:/, 'Custom.User.')}: This attribute does not satisfy the mutability validation defined in the schema.`,
      )
  }
  const contacts = CONTACTS.filter((contact) => names.includes(contact))
  const gone = [...names, ...contacts.map((contact) => `${contact}_verified`)]
  user.attributes = without(user.attributes, gone)
  user.pendingContacts = without(user.pendingContacts ?? {}, contacts)
  return contacts
}

const invalidAttributes = (words: string) => invalidParameter(`Invalid user attributes: ${words}`)

const without = (values: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
