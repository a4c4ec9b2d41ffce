import type { DeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { operation } from './operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { removeUser } from '#local-cognito/users/removeUser.ts'
import * as members from '#local-cognito/http/members.ts'

/** Somebody deletes themselves, with everything that hangs on them. The answer has no body. */
export const DeleteUser = operation<DeleteUserRequest, void>({
  members: { AccessToken: members.token.required },
  async run({ AccessToken }, cognito) {
    const { user } = await callerOf(cognito, AccessToken)
    removeUser(cognito.store, user)
  },
})
