import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-cognito-identity-provider'
import { list, number, string } from '#local-cognito/constraints.ts'
import { describeUser } from '#local-cognito/describeUser.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { attributeName, userPoolId } from '#local-cognito/members.ts'
import { operation } from '#local-cognito/operation.ts'
import { page } from '#local-cognito/pages.ts'
import { poolNamed } from '#local-cognito/targets.ts'
import { userFilter } from '#local-cognito/userFilter.ts'
import { usersOf } from '#local-cognito/users.ts'

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
