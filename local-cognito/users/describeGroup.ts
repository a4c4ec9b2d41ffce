import type { GroupType } from '@aws-sdk/client-cognito-identity-provider'
import type { Group } from '#local-cognito/records.ts'

/** Formats a group for CreateGroup and AdminListGroupsForUser. */
export const describeGroup = (group: Group): GroupType => ({
  GroupName: group.name,
  UserPoolId: group.poolId,
  ...group.settings,
  CreationDate: new Date(group.createdAt),
  LastModifiedDate: new Date(group.modifiedAt),
})
