import type {
  AdminGetUserRequest,
  AdminGetUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { toAttributeList } from '#local-cognito/users/attributes.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { describeMfaPreference } from '#local-cognito/users/mfaPreference.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export const AdminGetUser = operation<AdminGetUserRequest, AdminGetUserResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store }) {
    const user = requireUser(store, requirePool(store, input.UserPoolId), input.Username)
    return {
      Username: user.username,
      UserAttributes: toAttributeList({ ...user.attributes, sub: user.sub }),
      UserCreateDate: new Date(user.createdAt),
      UserLastModifiedDate: new Date(user.modifiedAt),
      Enabled: user.enabled,
      UserStatus: user.status,
      ...describeMfaPreference(user),
    }
  },
})
