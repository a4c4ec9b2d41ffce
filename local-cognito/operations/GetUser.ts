import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-cognito-identity-provider'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { readableAttributes, toAttributeList } from '#local-cognito/users/attributes.ts'
import { describeMfaPreference } from '#local-cognito/users/mfaPreference.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export const GetUser = operation<GetUserRequest, GetUserResponse>({
  members: { AccessToken: members.token.required },

  async run(input, cognito) {
    const { client, user } = await callerOf(cognito, input.AccessToken)
    return {
      Username: user.username,
      UserAttributes: toAttributeList(readableAttributes(client, user)),
      ...describeMfaPreference(user),
    }
  },
})
