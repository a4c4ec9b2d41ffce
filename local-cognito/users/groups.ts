import type { GroupType } from '@aws-sdk/client-cognito-identity-provider'
import { number, string } from '#local-cognito/http/constraints.ts'
import type { Group, Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { usersOf } from './users.ts'

/** Members shared by CreateGroup and UpdateGroup. */
export const groupSettings = {
  Description: string({ max: 2048 }),
  RoleArn: string({ min: 20, max: 2048, pattern: 'arn:[\\w+=/,.@-]+:[\\w+=/,.@:-]+' }),
  Precedence: number({ min: 0 }),
}

/** Formats a group for the API. */
export const describeGroup = (group: Group): GroupType => ({
  GroupName: group.name,
  UserPoolId: group.poolId,
  ...group.settings,
  CreationDate: new Date(group.createdAt),
  LastModifiedDate: new Date(group.modifiedAt),
})

/** Users in a group, to be read only. */
export const membersOf = (store: Store, pool: Pool, groupName: string) =>
  usersOf(store, pool).filter(({ groups }) => groups.includes(groupName))
