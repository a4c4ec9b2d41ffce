import type {
  GlobalSignOutRequest,
  GlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { callerOf } from '#local-cognito/accessToken.ts'
import * as members from '#local-cognito/members.ts'
import { operation } from '#local-cognito/operation.ts'
import { revokeAll } from '#local-cognito/tokens.ts'

export const GlobalSignOut = operation<GlobalSignOutRequest, GlobalSignOutResponse>({
  members: { AccessToken: members.token.required },

  async run(input, cognito) {
    const { user } = await callerOf(cognito, input.AccessToken)
    revokeAll(cognito.store, user)
    return {}
  },
})
