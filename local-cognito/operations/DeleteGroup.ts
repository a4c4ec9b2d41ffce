import type { DeleteGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { groupName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { inPool } from '#local-cognito/store.ts'
import { membersOf } from '#local-cognito/users/groups.ts'
import { requireGroup, requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Its members lose it, and stay.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html
 */
export const DeleteGroup = operation<DeleteGroupRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, GroupName: groupName.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const { name } = requireGroup(store, pool, input.GroupName)
    for (const { username } of membersOf(store, pool, name)) {
      const user = requireUser(store, pool, username)
      user.groups = user.groups.filter((group) => group !== name)
    }
    store.groups.delete(inPool(pool.id, name))
  },
})
