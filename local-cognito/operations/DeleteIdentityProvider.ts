import type { DeleteIdentityProviderRequest } from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { providerName } from '#local-cognito/pools/identityProviderRules.ts'
import { requireProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/**
 * Keeps its users, who can no longer sign in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html
 */
export const DeleteIdentityProvider = operation<DeleteIdentityProviderRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ProviderName: providerName.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const provider = requireProvider(pool, input.ProviderName)
    pool.providers = (pool.providers ?? []).filter((each) => each !== provider)
    // Otherwise a later provider of this name would be offered without being asked for.
    for (const { poolId, settings } of store.clients.values())
      if (poolId === pool.id && settings.SupportedIdentityProviders)
        settings.SupportedIdentityProviders = settings.SupportedIdentityProviders.filter(
          (name) => name !== provider.name,
        )
  },
})
