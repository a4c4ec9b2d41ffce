import { invalidParameter } from '#local-cognito/errors.ts'
import { list, mapOf, string, stringMap } from '#local-cognito/http/constraints.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Pool } from '#local-cognito/records.ts'
import { LEVEL_KEYS } from './acr.ts'

/** botocore's model of an identifier, such as a domain of email addresses. */
export const identifier = string({ min: 1, max: 40, pattern: '[\\w\\s+=.@-]+' })

// Members shared by CreateIdentityProvider and UpdateIdentityProvider.

export const providerSettings = {
  ProviderDetails: stringMap(),
  AttributeMapping: stringMap(),
  AcrMapping: mapOf(LEVEL_KEYS, string()),
  IdpIdentifiers: list(identifier, { max: 50 }),
}

/** Name of an existing provider. */
export const providerName = string({
  min: 1,
  max: 32,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+',
})

const SOCIAL = ['Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple']

/** Tells whether this is the type of a social provider, which is its name as well. */
export const isSocial = (type: string | undefined) => SOCIAL.some((name) => name === type)

const DEFAULT_MAPPING: Record<string, Record<string, string>> = {
  Facebook: { username: 'id' },
  Google: { username: 'sub' },
  LoginWithAmazon: { username: 'user_id' },
  SignInWithApple: { username: 'sub' },
  OIDC: { username: 'sub' },
}

/** Adds the mapping of the username, which Cognito provides by itself. */
export const completeMapping = (type: string, mapping: Record<string, string> | undefined) => ({
  ...DEFAULT_MAPPING[type],
  ...mapping,
})

type Given = Omit<IdentityProvider['settings'], 'ProviderType' | 'ProviderDetails'>

/**
 * Validates provider settings. The service's messages for these refusals are not known.
 * @param other the pool's other providers
 * @throws CognitoError
 */
export function checkProvider(pool: Pool, type: string, given: Given, other: IdentityProvider[]) {
  checkMapping(pool, given.AttributeMapping ?? {})
  checkIdentifiers(other, given.IdpIdentifiers ?? [])
  if (given.AcrMapping && type !== 'OIDC')
    throw invalidParameter('AcrMapping is for identity providers of type OIDC.')
}

function checkMapping(pool: Pool, mapping: Record<string, string>) {
  const known = pool.settings.SchemaAttributes ?? []
  for (const name of Object.keys(mapping))
    if (name !== 'username' && (name === 'sub' || !known.some(({ Name }) => Name === name)))
      throw invalidParameter(`Attribute ${name} cannot be mapped: it is not in the schema.`)
}

/** An identifier may belong to one provider only. */
function checkIdentifiers(other: IdentityProvider[], identifiers: string[]) {
  const taken = other.flatMap(({ settings }) => settings.IdpIdentifiers ?? [])
  for (const each of identifiers)
    if (taken.includes(each))
      throw invalidParameter(`Identifier ${each} belongs to another provider.`)
}
