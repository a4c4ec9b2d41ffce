import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-cognito-identity-provider'
import { callerOf } from '#local-cognito/accessToken.ts'
import { readableAttributes, toAttributeList } from '#local-cognito/attributes.ts'
import * as members from '#local-cognito/members.ts'
import { operation } from '#local-cognito/operation.ts'

export const GetUser = operation<GetUserRequest, GetUserResponse>({
  members: { AccessToken: members.token.required },
  readOnly: true,

  async run(input, cognito) {
    const { client, user } = await callerOf(cognito, input.AccessToken)
    return {
      Username: user.username,
      UserAttributes: toAttributeList(readableAttributes(client, user)),
    }
  },
})
