import type { ProviderUserIdentifierType } from '@aws-sdk/client-cognito-identity-provider'
import { string, structure } from '#local-cognito/http/constraints.ts'
import { providerName } from '#local-cognito/pools/identityProviderRules.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Link, Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store, termOfLink } from '#local-cognito/store.ts'
import { normalizeName } from './users.ts'

/** Name of a provider's own id of a user, whatever the provider calls it. */
export const SUBJECT = 'Cognito_Subject'

const text = string({ max: 131_072 })

/** Member that names a user of the pool, whose provider is `Cognito`, or of a provider. */
export const identifiedUser = structure<ProviderUserIdentifierType>({
  ProviderName: providerName,
  ProviderAttributeName: text,
  ProviderAttributeValue: text,
})

/** Name of a user who signed in at a provider before any link. */
export const federatedUsername = (pool: Pool, provider: string, subject: string) =>
  normalizeName(pool, `${provider}_${subject}`)

/** Finds the user that an identity is linked to. */
export const linkedUser = (store: Store, pool: Pool, link: Link): User | undefined =>
  store.users.find(inPool(pool.id, termOfLink(link))).at(0)

/** Entry of `identities`, which AdminGetUser shows as JSON with a number and a boolean in it. */
interface Identity {
  userId: string
  providerName: string
  providerType: string | undefined
  issuer: null
  /** Whether the user was created by signing in with it. */
  primary: boolean
  dateCreated: number
}

/** Adds an entry to a user's `identities`. */
export function withIdentity(
  attributes: Record<string, string>,
  { name, settings }: IdentityProvider,
  { userId, primary, dateCreated }: Pick<Identity, 'userId' | 'primary' | 'dateCreated'>,
) {
  const added: Identity = {
    userId,
    providerName: name,
    providerType: settings.ProviderType,
    issuer: null,
    primary,
    dateCreated,
  }
  return { ...attributes, identities: JSON.stringify([...identitiesIn(attributes), added]) }
}

/** Removes an entry from a user's `identities`, and the attribute with the last one. */
export function withoutIdentity(
  attributes: Record<string, string>,
  provider: string,
  userId: string,
): Record<string, string> {
  const left = identitiesIn(attributes).filter(
    (each) => each.providerName !== provider || each.userId !== userId,
  )
  const { identities: _, ...others } = attributes
  return left.length > 0 ? { ...others, identities: JSON.stringify(left) } : others
}

const identitiesIn = ({ identities = '[]' }: Record<string, string>) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `withIdentity` writes it
  JSON.parse(identities) as Identity[]
