import type { DeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { removeUser } from '#local-cognito/users/removeUser.ts'
import { operation } from './operation.ts'

/**
 * Deletes the calling user. The answer has no body.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html
 */
export const DeleteUser = operation<DeleteUserRequest, void>({
  members: { AccessToken: members.token.required },
  async run({ AccessToken }, cognito) {
    const { user } = await callerOf(cognito, AccessToken)
    removeUser(cognito.store, user)
  },
})
