import type {
  UpdateUserPoolRequest,
  UpdateUserPoolResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { checkEmailMfa } from '#local-cognito/pools/mfaConfig.ts'
import { poolName, poolSettings } from '#local-cognito/pools/poolMembers.ts'
import { checkPoolSettings, checkTier } from '#local-cognito/pools/poolRules.ts'
import { changeablePoolSettings } from '#local-cognito/pools/pools.ts'
import { operation } from './operation.ts'

/**
 * Resets every absent member except the name.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export const UpdateUserPool = operation<UpdateUserPoolRequest, UpdateUserPoolResponse>({
  signed: true,
  members: { ...poolSettings, UserPoolId: userPoolId.required, PoolName: poolName },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    checkPoolSettings(input, pool.mfa)
    const changed = changeablePoolSettings(input)
    checkEmailMfa(changed, pool.mfa)
    checkTier(store, pool, changed.UserPoolTier)
    pool.settings = { ...pool.settings, ...changed, Name: input.PoolName ?? pool.settings.Name }
    pool.modifiedAt = now()
    return {}
  },
})
