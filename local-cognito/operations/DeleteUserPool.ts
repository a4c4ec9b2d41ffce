import type { DeleteUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { operation } from '#local-cognito/operation.ts'
import { removePool } from '#local-cognito/pools/removePool.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import { userPoolId } from '#local-cognito/wire/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html */
export const DeleteUserPool = operation<DeleteUserPoolRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required },
  run(input, { store }) {
    const pool = poolNamed(store, input.UserPoolId)
    if (pool.settings.DeletionProtection === 'ACTIVE')
      throw invalidParameter(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      )
    removePool(store, pool)
  },
})
