import type { DeleteIdentityProviderRequest } from '@aws-sdk/client-cognito-identity-provider'
import { knownName } from '#local-cognito/pools/identityProviderRules.ts'
import { existingProvider } from '#local-cognito/pools/identityProviders.ts'
import { operation } from './operation.ts'
import { poolNamed } from '#local-cognito/pools/lookup.ts'
import { userPoolId } from '#local-cognito/http/members.ts'

/**
 * Those who came from it stay, and cannot sign in any more.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteIdentityProvider.html
 */
export const DeleteIdentityProvider = operation<DeleteIdentityProviderRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ProviderName: knownName.required },
  run(input, { store }) {
    const pool = poolNamed(store, input.UserPoolId)
    const provider = existingProvider(pool, input.ProviderName)
    pool.providers = (pool.providers ?? []).filter((each) => each !== provider)
    // Another one of this name, made later, is not to be offered unasked.
    for (const { poolId, settings } of store.clients.values())
      if (poolId === pool.id && settings.SupportedIdentityProviders)
        settings.SupportedIdentityProviders = settings.SupportedIdentityProviders.filter(
          (name) => name !== provider.name,
        )
  },
})
