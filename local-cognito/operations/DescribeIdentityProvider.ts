import type {
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { resourceNotFound } from '#local-cognito/errors.ts'
import { describeProvider, providerOf } from '#local-cognito/oauth/providers.ts'
import { operation } from '#local-cognito/operation.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import { string } from '#local-cognito/wire/constraints.ts'
import { userPoolId } from '#local-cognito/wire/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeIdentityProvider.html */
export const DescribeIdentityProvider = operation<
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse
>({
  signed: true,
  readOnly: true,
  members: {
    UserPoolId: userPoolId.required,
    ProviderName: string({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' })
      .required,
  },
  run(input, { store }) {
    const pool = poolNamed(store, input.UserPoolId)
    const provider = providerOf(pool, input.ProviderName)
    if (!provider) throw resourceNotFound(`Identity provider ${input.ProviderName} does not exist.`)
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})
