import type {
  SetUserMFAPreferenceRequest,
  SetUserMFAPreferenceResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  changeMfaPreference,
  preferenceSettings,
} from '#local-cognito/auth/factors/changeMfaPreference.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html */
export const SetUserMFAPreference = operation<
  SetUserMFAPreferenceRequest,
  SetUserMFAPreferenceResponse
>({
  members: { ...preferenceSettings, AccessToken: members.token.required },

  async run(input, cognito) {
    const { pool, user } = await callerOf(cognito, input.AccessToken)
    changeMfaPreference(pool, user, input)
    user.modifiedAt = cognito.now()
    return {}
  },
})
