import type {
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { oneOf, string } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import {
  checkProvider,
  completeMapping,
  isSocial,
  providerSettings,
} from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, findProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export const CreateIdentityProvider = operation<
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse
>({
  signed: true,
  members: {
    ...providerSettings,
    UserPoolId: userPoolId.required,
    ProviderName: string({
      min: 1,
      max: 32,
      pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+',
    }).required,
    ProviderType: oneOf('SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC')
      .required,
    ProviderDetails: providerSettings.ProviderDetails.required,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const { ProviderName: name, ProviderType, ProviderDetails, AcrMapping, IdpIdentifiers } = input
    const { providers = [] } = pool
    checkName(name, ProviderType)
    if (findProvider(pool, name))
      throw new CognitoError(
        'DuplicateProviderException',
        `${name} already exists in user pool ${pool.id}`,
      )
    checkProvider(pool, ProviderType, input, providers)
    const provider = {
      name,
      settings: {
        ProviderType,
        ProviderDetails,
        AttributeMapping: completeMapping(ProviderType, input.AttributeMapping),
        ...(AcrMapping && { AcrMapping }),
        ...(IdpIdentifiers && { IdpIdentifiers }),
      },
      createdAt: now(),
      modifiedAt: now(),
    }
    pool.providers = [...providers, provider]
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})

/** Social providers have fixed names, which other types cannot take (aws-cli, issue 3179). */
function checkName(name: string, type: string) {
  const isEither = isSocial(name) || isSocial(type)
  if ((isEither && name !== type) || name === 'COGNITO')
    throw invalidParameter(`Provider ${name} cannot be of type ${type}.`)
}
