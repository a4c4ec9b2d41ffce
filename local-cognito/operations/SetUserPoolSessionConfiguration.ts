import type {
  SetUserPoolSessionConfigurationRequest,
  SetUserPoolSessionConfigurationResponse,
  UserPoolTokenSessionConfigType,
} from '@aws-sdk/client-cognito-identity-provider'
import { number, oneOf, structure } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { checkSessionTier } from '#local-cognito/pools/sessionConfig.ts'
import { operation } from './operation.ts'

/**
 * Earlier sign-ins are not tracked; sessions already recorded are kept while tracking is off.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html
 */
export const SetUserPoolSessionConfiguration = operation<
  SetUserPoolSessionConfigurationRequest,
  SetUserPoolSessionConfigurationResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    UserSessionTracking: oneOf('ENABLED', 'DISABLED').required,
    TokenSession: structure<UserPoolTokenSessionConfigType>({
      MaxPerUser: number({ min: 1, max: 100 }).required,
    }).required,
  },
  run({ UserPoolId, UserSessionTracking, TokenSession }, { store }) {
    const pool = requirePool(store, UserPoolId)
    checkSessionTier(pool)
    pool.sessionTracking = { UserSessionTracking, TokenSession }
    return { UserPoolId, ...pool.sessionTracking }
  },
})
