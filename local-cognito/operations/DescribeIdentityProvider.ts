import type {
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { providerName } from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, requireProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeIdentityProvider.html */
export const DescribeIdentityProvider = operation<
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ProviderName: providerName.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    return { IdentityProvider: describeProvider(pool, requireProvider(pool, input.ProviderName)) }
  },
})
