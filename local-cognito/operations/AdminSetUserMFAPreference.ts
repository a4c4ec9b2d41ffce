import type {
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  changeMfaPreference,
  preferenceSettings,
} from '#local-cognito/auth/factors/changeMfaPreference.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html */
export const AdminSetUserMFAPreference = operation<
  AdminSetUserMFAPreferenceRequest,
  AdminSetUserMFAPreferenceResponse
>({
  signed: true,
  members: {
    ...preferenceSettings,
    UserPoolId: userPoolId.required,
    Username: userName.required,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    if (user.status === 'UNCONFIRMED')
      throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
    changeMfaPreference(pool, user, input)
    user.modifiedAt = now()
    return {}
  },
})
