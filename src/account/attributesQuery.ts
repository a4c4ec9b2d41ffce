import { queryOptions } from '@tanstack/react-query'
import { AuthError } from '#auth/errors.ts'
import type { Session, UserAttributes } from '#auth/state.ts'

/**
 * Prefix of all query keys of the account pages. It has the user's ID, so that one user never sees cached
 * data of another.
 */
export const accountKey = ({ userId }: Session) => ['account', userId] as const

/** `GetUser`: attribute name to value; all values are strings, as Cognito sends them. */
export function attributesQuery(session: Session) {
  return queryOptions({
    queryKey: [...accountKey(session), 'attributes'],
    async queryFn() {
      const { UserAttributes } = await session.callCognito('GetUser', {})
      if (!UserAttributes) throw new AuthError({ code: 'unexpected', field: 'UserAttributes' })
      return attributesByName(UserAttributes)
    },
  })
}

/** Turns Cognito's list into attribute name to value. */
export function attributesByName(attributes: UserAttributes): Record<string, string> {
  return Object.fromEntries(attributes.map(({ Name = '', Value = '' }) => [Name, Value]))
}
