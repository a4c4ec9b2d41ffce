import type {
  CreateGroupRequest,
  CreateGroupResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError } from '#local-cognito/errors.ts'
import { groupName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { inPool } from '#local-cognito/store.ts'
import { describeGroup, groupSettings } from '#local-cognito/users/groups.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export const CreateGroup = operation<CreateGroupRequest, CreateGroupResponse>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    GroupName: groupName.required,
    ...groupSettings,
  },
  run(input, { store, now }) {
    const { GroupName, UserPoolId, ...settings } = input
    const pool = requirePool(store, UserPoolId)
    const key = inPool(pool.id, GroupName)
    if (store.groups.has(key))
      throw new CognitoError('GroupExistsException', 'A group with the name already exists.')
    const at = { createdAt: now(), modifiedAt: now() }
    const group = { poolId: pool.id, name: GroupName, settings, ...at }
    store.groups.set(key, group)
    return { Group: describeGroup(group) }
  },
})
