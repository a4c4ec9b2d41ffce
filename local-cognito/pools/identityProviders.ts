import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider'
import { resourceNotFound } from '#local-cognito/errors.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Client, Pool } from '#local-cognito/records.ts'

export const findProvider = (pool: Pool, name: string) =>
  pool.providers?.find((provider) => provider.name === name)

/** @throws CognitoError where the pool has no provider of this name */
export function requireProvider(pool: Pool, name: string): IdentityProvider {
  const provider = findProvider(pool, name)
  if (!provider) throw resourceNotFound(`Identity provider ${name} does not exist.`)
  return provider
}

/** Providers that a client offers, in the client's order. */
export const providersOf = (pool: Pool, client: Client): IdentityProvider[] =>
  (client.settings.SupportedIdentityProviders ?? []).flatMap(
    (name) => findProvider(pool, name) ?? [],
  )

/** Finds a provider by name, or by an identifier such as the domain of an email address. */
export const matchProvider = (
  offered: IdentityProvider[],
  name: string | null,
  identifier: string | null,
) =>
  offered.find((provider) =>
    name === null
      ? provider.settings.IdpIdentifiers?.some((known) => known === identifier)
      : provider.name === name,
  )

/** Label of a provider on buttons. */
export const labelOf = ({ name, settings }: IdentityProvider) =>
  LABELS[settings.ProviderType ?? ''] ?? name

const LABELS: Record<string, string> = { LoginWithAmazon: 'Amazon', SignInWithApple: 'Apple' }

/** Formats a provider for the API. */
export const describeProvider = (pool: Pool, provider: IdentityProvider): IdentityProviderType => ({
  UserPoolId: pool.id,
  ProviderName: provider.name,
  ...provider.settings,
  LastModifiedDate: new Date(provider.modifiedAt),
  CreationDate: new Date(provider.createdAt),
})
