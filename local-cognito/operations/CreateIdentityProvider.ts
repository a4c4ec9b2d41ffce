import type {
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { describeProvider, providerOf } from '#local-cognito/oauth/providers.ts'
import { operation } from '#local-cognito/operation.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import type { Pool } from '#local-cognito/records.ts'
import { list, oneOf, string, stringMap } from '#local-cognito/wire/constraints.ts'
import { userPoolId } from '#local-cognito/wire/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export const CreateIdentityProvider = operation<
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    ProviderName: string({
      min: 1,
      max: 32,
      pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+',
    }).required,
    ProviderType: oneOf('SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC')
      .required,
    ProviderDetails: stringMap().required,
    AttributeMapping: stringMap(),
    AcrMapping: stringMap(),
    IdpIdentifiers: list(string({ min: 1, max: 40, pattern: '[\\w\\s+=.@-]+' }), { max: 50 }),
  },
  run(input, { store, now }) {
    const pool = poolNamed(store, input.UserPoolId)
    const { ProviderName: name, ProviderType, ProviderDetails, IdpIdentifiers } = input
    checkName(name, ProviderType)
    if (providerOf(pool, name))
      throw new CognitoError(
        'DuplicateProviderException',
        `${name} already exists in user pool ${pool.id}`,
      )
    checkMapping(pool, input.AttributeMapping ?? {})
    checkIdentifiers(pool, IdpIdentifiers ?? [])
    const provider = {
      name,
      settings: {
        ProviderType,
        ProviderDetails,
        // What names somebody is mapped unasked.
        AttributeMapping: { ...DEFAULT_MAPPING[ProviderType], ...input.AttributeMapping },
        ...(input.AcrMapping && { AcrMapping: input.AcrMapping }),
        ...(IdpIdentifiers && { IdpIdentifiers }),
      },
      createdAt: now(),
      modifiedAt: now(),
    }
    pool.providers = [...(pool.providers ?? []), provider]
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})

const SOCIAL = ['Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple']

const DEFAULT_MAPPING: Record<string, Record<string, string>> = {
  Facebook: { username: 'id' },
  Google: { username: 'sub' },
  LoginWithAmazon: { username: 'user_id' },
  SignInWithApple: { username: 'sub' },
  OIDC: { username: 'sub' },
}

/** Social providers are called what they are, and nobody else is (aws-cli, issue 3179). */
function checkName(name: string, type: string) {
  const isSocial = SOCIAL.includes(name) || SOCIAL.includes(type)
  if ((isSocial && name !== type) || name === 'COGNITO')
    throw invalidParameter(`Provider ${name} cannot be of type ${type}.`)
}

/** Here and below, the service's own words are not known. */
function checkMapping(pool: Pool, mapping: Record<string, string>) {
  const known = pool.settings.SchemaAttributes ?? []
  for (const name of Object.keys(mapping))
    if (name !== 'username' && (name === 'sub' || !known.some(({ Name }) => Name === name)))
      throw invalidParameter(`Attribute ${name} cannot be mapped: it is not in the schema.`)
}

/** An identifier leads to one provider. */
function checkIdentifiers({ providers = [] }: Pool, identifiers: string[]) {
  const taken = providers.flatMap(({ settings }) => settings.IdpIdentifiers ?? [])
  for (const identifier of identifiers)
    if (taken.includes(identifier))
      throw invalidParameter(`Identifier ${identifier} belongs to another provider.`)
}
