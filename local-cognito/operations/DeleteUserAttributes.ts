import type {
  DeleteUserAttributesRequest,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { operation } from '#local-cognito/operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { deleteAttributes } from '#local-cognito/users/deleteAttributes.ts'
import { list } from '#local-cognito/wire/constraints.ts'
import * as members from '#local-cognito/wire/members.ts'

/** All or nothing. What is not there needs no deleting. */
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
    deleteAttributes(pool, user, UserAttributeNames, client)
    user.modifiedAt = cognito.now()
    return {}
  },
})
