import type {
  UpdateIdentityProviderRequest,
  UpdateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  checkProvider,
  knownName,
  providerSettings,
  wholeMapping,
} from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, existingProvider } from '#local-cognito/pools/identityProviders.ts'
import { operation } from './operation.ts'
import { poolNamed } from '#local-cognito/pools/lookup.ts'
import { userPoolId } from '#local-cognito/http/members.ts'

/**
 * What it does not mention stays; what it mentions is replaced as a whole.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateIdentityProvider.html
 */
export const UpdateIdentityProvider = operation<
  UpdateIdentityProviderRequest,
  UpdateIdentityProviderResponse
>({
  signed: true,
  members: {
    ...providerSettings,
    UserPoolId: userPoolId.required,
    ProviderName: knownName.required,
  },
  run(input, { store, now }) {
    const pool = poolNamed(store, input.UserPoolId)
    const provider = existingProvider(pool, input.ProviderName)
    const { ProviderDetails, AttributeMapping, AcrMapping, IdpIdentifiers } = input
    const { ProviderType: type = '' } = provider.settings
    const other = (pool.providers ?? []).filter((each) => each !== provider)
    checkProvider(pool, type, input, other)
    provider.settings = {
      ...provider.settings,
      ...(ProviderDetails && { ProviderDetails }),
      ...(AttributeMapping && { AttributeMapping: wholeMapping(type, AttributeMapping) }),
      ...(AcrMapping && { AcrMapping }),
      ...(IdpIdentifiers && { IdpIdentifiers }),
    }
    provider.modifiedAt = now()
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})
