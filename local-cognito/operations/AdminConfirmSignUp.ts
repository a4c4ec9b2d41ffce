import type {
  AdminConfirmSignUpRequest,
  AdminConfirmSignUpResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { notAuthorized } from '#local-cognito/errors.ts'
import { clientMetadata, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { postConfirmation } from '#local-cognito/users/signUpTriggers.ts'
import { operation } from './operation.ts'

/**
 * Confirms without a code, hence verifies no address.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
 */
export const AdminConfirmSignUp = operation<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    ClientMetadata: clientMetadata,
  },
  async run(input, cognito) {
    const { store, now } = cognito
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    if (user.status !== 'UNCONFIRMED')
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
    user.status = 'CONFIRMED'
    user.modifiedAt = now()
    await postConfirmation(cognito, pool, undefined, user)
    return {}
  },
})
