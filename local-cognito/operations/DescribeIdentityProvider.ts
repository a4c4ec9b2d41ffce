import type {
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { knownName } from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, existingProvider } from '#local-cognito/pools/identityProviders.ts'
import { operation } from './operation.ts'
import { poolNamed } from '#local-cognito/pools/lookup.ts'
import { userPoolId } from '#local-cognito/http/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeIdentityProvider.html */
export const DescribeIdentityProvider = operation<
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse
>({
  signed: true,
  readOnly: true,
  members: { UserPoolId: userPoolId.required, ProviderName: knownName.required },
  run(input, { store }) {
    const pool = poolNamed(store, input.UserPoolId)
    return { IdentityProvider: describeProvider(pool, existingProvider(pool, input.ProviderName)) }
  },
})
