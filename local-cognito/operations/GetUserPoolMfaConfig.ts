import type {
  GetUserPoolMfaConfigRequest,
  GetUserPoolMfaConfigResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeMfa } from '#local-cognito/pools/mfaConfig.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html */
export const GetUserPoolMfaConfig = operation<
  GetUserPoolMfaConfigRequest,
  GetUserPoolMfaConfigResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required },
  run: (input, { store }) => describeMfa(requirePool(store, input.UserPoolId)),
})
