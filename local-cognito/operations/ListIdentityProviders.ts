import type {
  ListIdentityProvidersRequest,
  ListIdentityProvidersResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { limit, paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListIdentityProviders.html */
export const ListIdentityProviders = operation<
  ListIdentityProvidersRequest,
  ListIdentityProvidersResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    MaxResults: limit,
    NextToken: paginationToken,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    // 0 means the maximum.
    const wanted = { limit: input.MaxResults || 60, token: input.NextToken }
    const { items, next } = paginate(pool.providers ?? [], ({ name }) => name, wanted)
    return {
      Providers: items.map(({ name, settings, createdAt, modifiedAt }) => ({
        ProviderName: name,
        ProviderType: settings.ProviderType,
        LastModifiedDate: new Date(modifiedAt),
        CreationDate: new Date(createdAt),
      })),
      NextToken: next,
    }
  },
})
