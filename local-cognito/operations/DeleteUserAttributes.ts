import type {
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { list } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { deleteCode } from '#local-cognito/messages/codes.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import {
  checkWritable,
  schemaAttribute,
  SCIM,
  type Writer,
} from '#local-cognito/users/attributes.ts'
import { CONTACTS } from '#local-cognito/users/contacts.ts'
import { operation } from './operation.ts'

/**
 * All or nothing. Attributes without a value are ignored.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html
 */
export const DeleteUserAttributes = operation<
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse
>({
  members: {
    UserAttributeNames: list(members.attributeName).required,
    AccessToken: members.token.required,
  },

  async run({ AccessToken, UserAttributeNames }, cognito) {
    const { pool, client, user } = await callerOf(cognito, AccessToken)
    deleteAttributes(pool, user, UserAttributeNames, client)
    user.modifiedAt = cognito.now()
    return {}
  },
})

/**
 * Deletes attributes; with an address go its flag and its pending replacement.
 * @throws CognitoError, with the captured messages, which differ from those of a change
 */
function deleteAttributes(pool: Pool, user: User, names: string[], writer: Writer) {
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
  for (const contact of contacts) deleteCode(user, 'attributeVerification', contact)
}

const invalidAttributes = (words: string) => invalidParameter(`Invalid user attributes: ${words}`)

const without = (values: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
