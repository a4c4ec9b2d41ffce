import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { operation } from '#local-cognito/operation.ts'
import { describeUser } from '#local-cognito/users/describeUser.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import { userFilter } from '#local-cognito/users/userFilter.ts'
import { usersOf } from '#local-cognito/users/users.ts'
import { list, number, string } from '#local-cognito/wire/constraints.ts'
import { attributeName, userPoolId } from '#local-cognito/wire/members.ts'
import { page } from '#local-cognito/wire/pages.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export const ListUsers = operation<ListUsersRequest, ListUsersResponse>({
  signed: true,
  readOnly: true,
  members: {
    UserPoolId: userPoolId.required,
    AttributesToGet: list(attributeName),
    Limit: number({ min: 0, max: 60 }),
    PaginationToken: string({ min: 1, pattern: '[\\S]+' }),
    Filter: string({ max: 256 }),
  },
  run(input, { store }) {
    const pool = poolNamed(store, input.UserPoolId)
    const wanted = input.AttributesToGet
    const known = pool.settings.SchemaAttributes ?? []
    if (wanted?.some((name) => !known.some(({ Name }) => Name === name)))
      throw invalidParameter('One or more requested attributes do not exist.')
    const { items, next } = page(
      usersOf(store, pool).filter(userFilter(input.Filter)),
      ({ username }) => username,
      { limit: input.Limit || 60, token: input.PaginationToken },
    )
    return { Users: items.map((user) => describeUser(user, wanted)), PaginationToken: next }
  },
})
