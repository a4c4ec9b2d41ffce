import { invalidParameter } from '#local-cognito/errors.ts'
import { spendCode } from '#local-cognito/messages/codes.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { checkWritable, schemaAttribute, SCIM, type Writer } from './attributes.ts'
import { CONTACTS } from './contacts.ts'

/**
 * Takes attributes from a user; with an address goes its flag, and what waited to replace it.
 * @throws CognitoError, in the words captured from AWS, which differ from those of a change
 */
export function deleteAttributes(pool: Pool, user: User, names: string[], writer: Writer) {
  checkWritable(pool, names, writer)
  for (const name of names) {
    const known = schemaAttribute(pool, name)
    if (!known) throw refusal(`Type for attribute {${name}} could not be determined`)
    const path = SCIM[name] ?? name
    if (known.Required) throw refusal(`${path}: The attribute ${path} is required`)
    if (known.Mutable === false)
      throw refusal(
        `${name.replace(/^custom:/, 'Custom.User.')}: This attribute does not satisfy the mutability validation defined in the schema.`,
      )
  }
  const contacts = CONTACTS.filter((contact) => names.includes(contact))
  const gone = [...names, ...contacts.map((contact) => `${contact}_verified`)]
  user.attributes = without(user.attributes, gone)
  user.pendingContacts = without(user.pendingContacts ?? {}, contacts)
  for (const contact of contacts) spendCode(user, 'attributeVerification', contact)
}

const refusal = (words: string) => invalidParameter(`Invalid user attributes: ${words}`)

const without = (values: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
