import type {
  UpdateIdentityProviderRequest,
  UpdateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import {
  checkProvider,
  completeMapping,
  providerName,
  providerSettings,
} from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, requireProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/**
 * Members that are absent stay as they are; the others are replaced as a whole.
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
    ProviderName: providerName.required,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const provider = requireProvider(pool, input.ProviderName)
    const { ProviderDetails, AttributeMapping, AcrMapping, IdpIdentifiers } = input
    const { ProviderType: type = '' } = provider.settings
    const other = (pool.providers ?? []).filter((each) => each !== provider)
    checkProvider(pool, type, input, other)
    provider.settings = {
      ...provider.settings,
      ...(ProviderDetails && { ProviderDetails }),
      ...(AttributeMapping && { AttributeMapping: completeMapping(type, AttributeMapping) }),
      ...(AcrMapping && { AcrMapping }),
      ...(IdpIdentifiers && { IdpIdentifiers }),
    }
    provider.modifiedAt = now()
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})
