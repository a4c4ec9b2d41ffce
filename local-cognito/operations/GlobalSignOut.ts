import type {
  GlobalSignOutRequest,
  GlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { revokeAll } from '#local-cognito/tokens/tokens.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
export const GlobalSignOut = operation<GlobalSignOutRequest, GlobalSignOutResponse>({
  members: { AccessToken: members.token.required },

  async run(input, cognito) {
    const { user } = await callerOf(cognito, input.AccessToken)
    revokeAll(cognito.store, user)
    return {}
  },
})
