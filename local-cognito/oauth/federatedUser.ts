import {
  postAuthentication,
  preAuthentication,
} from '#local-cognito/auth/authenticationTriggers.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import {
  changedAttributes,
  missingRequired,
  newAttributes,
  toAttributeList,
} from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { federatedUsername, linkedUser, SUBJECT, withIdentity } from '#local-cognito/users/links.ts'
import { postConfirmation, preSignUp } from '#local-cognito/users/signUpTriggers.ts'
import { addUser } from '#local-cognito/users/users.ts'
import { OAuthError } from './oauthError.ts'
import { claimsFor, type ProviderClaims, type ProviderProfile } from './providerClaims.ts'

/**
 * Finds or creates the user for a provider's profile, or the one it is linked to. Mapped attributes
 * are written at every sign-in, so they have to be mutable. The first sign-in runs the triggers of a
 * sign-up, later ones those of a sign-in (developer guide, "Lambda triggers for federated users").
 * @throws CognitoError, OAuthError where the pool refuses the profile
 */
export async function federatedUser(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  provider: IdentityProvider,
  profile: ProviderProfile,
): Promise<User> {
  const { store, now } = cognito
  const { subject, claims } = await claimsFor(provider, profile)
  const username = federatedUsername(pool, provider.name, subject)
  const mapped = mappedAttributes(provider, claims)
  checkWritable(client, mapped)
  const list = toAttributeList(mapped)
  const linked = userLinkedTo(store, pool, provider, subject, claims)
  if (linked) {
    if (!linked.enabled) throw notAuthorized('User is disabled.')
    await preAuthentication(cognito, pool, client, linked.username, linked)
    changeAttributes(store, pool, linked, changedAttributes(pool, list, 'administrator'))
    linked.modifiedAt = now()
    await postAuthentication(cognito, pool, client, linked, false)
    return linked
  }
  const known = store.users.get(inPool(pool.id, username))
  // A user who signed up under this name is not the provider's user.
  if (known && !known.attributes['identities'])
    throw new OAuthError('invalid_request', `Already found an entry for username ${username}`)
  const attributes = known
    ? { ...known.attributes, ...changedAttributes(pool, list, 'administrator') }
    : newAttributes(pool, list, 'administrator')
  const missing = missingRequired(pool, attributes)
  if (missing.length > 0)
    throw new OAuthError('invalid_request', `attributes required: [${missing.join(', ')}]`)
  if (known) {
    if (!known.enabled) throw notAuthorized('User is disabled.')
    await preAuthentication(cognito, pool, client, username, known)
    known.attributes = attributes
    known.modifiedAt = now()
    await postAuthentication(cognito, pool, client, known, false)
    return known
  }
  await preSignUp(cognito, pool, client, {
    source: 'PreSignUp_ExternalProvider',
    username,
    attributes,
  })
  const identity = { userId: subject, primary: true, dateCreated: now() }
  const groups = [groupOf(cognito, pool, provider)]
  const user = addUser(
    store,
    pool,
    {
      username,
      status: 'EXTERNAL_PROVIDER',
      attributes: withIdentity(attributes, provider, identity),
      groups,
    },
    now(),
  )
  await postConfirmation(cognito, pool, client, user)
  return user
}

/**
 * Applies the provider's `AttributeMapping`; without a claim about it, the email address is
 * unverified.
 */
function mappedAttributes({ settings }: IdentityProvider, claims: ProviderClaims) {
  const mapping = Object.entries(settings.AttributeMapping ?? {})
  const mapped = Object.fromEntries(
    mapping.flatMap(([attribute, claim]) => {
      const value = attribute === 'username' ? undefined : claims.get(claim)
      return value ? [[attribute, value]] : []
    }),
  )
  return mapped['email'] ? { email_verified: 'false', ...mapped } : mapped
}

/** Clients must be able to write the attributes that the provider sets. */
function checkWritable(client: Client, mapped: Record<string, string>) {
  const allowed = client.settings.WriteAttributes
  const isFlag = (name: string) => name.endsWith('_verified')
  if (allowed && Object.keys(mapped).some((name) => !allowed.includes(name) && !isFlag(name)))
    throw notAuthorized('A client attempted to write unauthorized attribute')
}

/** An identity is linked by the provider's id of the user, or by any other of its claims. */
function userLinkedTo(
  store: Store,
  pool: Pool,
  { name: provider }: IdentityProvider,
  subject: string,
  claims: ProviderClaims,
) {
  const possible = [[SUBJECT, subject] as const, ...claims]
  return possible
    .flatMap(([claim, value]) => linkedUser(store, pool, { provider, claim, value }) ?? [])
    .at(0)
}

/** Each provider has a group of its users, which is created with the first one. */
function groupOf({ store, now }: Cognito, pool: Pool, provider: IdentityProvider) {
  const name = `${pool.id}_${provider.name}`
  const key = inPool(pool.id, name)
  const Description = `Autogenerated group for users who sign in using ${provider.name}`
  const at = { createdAt: now(), modifiedAt: now() }
  if (!store.groups.has(key))
    store.groups.set(key, { poolId: pool.id, name, settings: { Description }, ...at })
  return name
}
