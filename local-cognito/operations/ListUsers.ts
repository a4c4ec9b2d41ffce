import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { list, string } from '#local-cognito/http/constraints.ts'
import { attributeName, limit, paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import type { User } from '#local-cognito/records.ts'
import { describeUser } from '#local-cognito/users/describeUser.ts'
import { usersOf } from '#local-cognito/users/users.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export const ListUsers = operation<ListUsersRequest, ListUsersResponse>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    AttributesToGet: list(attributeName),
    Limit: limit,
    PaginationToken: paginationToken,
    Filter: string({ max: 256 }),
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const wanted = input.AttributesToGet
    const known = pool.settings.SchemaAttributes ?? []
    if (wanted?.some((name) => !known.some(({ Name }) => Name === name)))
      throw invalidParameter('One or more requested attributes do not exist.')
    const { items, next } = paginate(
      usersOf(store, pool).filter(userFilter(input.Filter)),
      ({ username }) => username,
      { limit: input.Limit || 60, token: input.PaginationToken },
    )
    return { Users: items.map((user) => describeUser(user, wanted)), PaginationToken: next }
  },
})

/** Searchable attributes, and where to read them. */
const SEARCHABLE: Record<string, (user: User) => string | undefined> = {
  username: (user) => user.username,
  sub: (user) => user.sub,
  status: (user) => (user.enabled ? 'Enabled' : 'Disabled'),
  'cognito:user_status': (user) => user.status,
  email: (user) => user.attributes['email'],
  phone_number: (user) => user.attributes['phone_number'],
  name: (user) => user.attributes['name'],
  given_name: (user) => user.attributes['given_name'],
  family_name: (user) => user.attributes['family_name'],
  preferred_username: (user) => user.attributes['preferred_username'],
}

/** Compared as they are; the others without regard to case (API reference, ListUsers). */
const CASE_SENSITIVE = ['username', 'status']

/**
 * Parses a filter: `email = "ada@example.com"`, or `^=` for a prefix. Quotes inside are escaped.
 * @throws CognitoError when it is malformed, or the attribute is not searchable
 */
function userFilter(filter: string | undefined): (user: User) => boolean {
  if (filter === undefined || filter.trim() === '') return () => true
  const parts = /^\s*([\w:]+)\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter)
  if (!parts) throw invalidParameter('Error while parsing filter')
  const [, name = '', operator, quoted = ''] = parts
  const read = Object.hasOwn(SEARCHABLE, name) ? SEARCHABLE[name] : undefined
  if (!read) throw invalidParameter(`Invalid search attribute: ${name}`)
  const folded = (text: string) => (CASE_SENSITIVE.includes(name) ? text : text.toLowerCase())
  const wanted = folded(quoted.replaceAll(/\\(.)/g, '$1'))
  return (user) => {
    const found = read(user)
    const value = found === undefined ? undefined : folded(found)
    return value !== undefined && (operator === '=' ? value === wanted : value.startsWith(wanted))
  }
}
