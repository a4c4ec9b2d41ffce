import type {
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { list } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { deleteCode } from '#local-cognito/messages/codes.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { deleteAttributes } from '#local-cognito/users/deleteAttributes.ts'
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
    for (const contact of deleteAttributes(pool, user, UserAttributeNames, client))
      deleteCode(user, 'attributeVerification', contact)
    user.modifiedAt = cognito.now()
    return {}
  },
})
