import type {
  AdminLinkProviderForUserRequest,
  AdminLinkProviderForUserResponse,
  ProviderUserIdentifierType,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { isSocial } from '#local-cognito/pools/identityProviderRules.ts'
import { requireProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import type { Pool } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import {
  federatedUsername,
  identifiedUser,
  linkedUser,
  SUBJECT,
  withIdentity,
} from '#local-cognito/users/links.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** Linked identities of a user (API reference, AdminLinkProviderForUser). */
const MOST = 5

/**
 * Links an identity that has not signed in yet to a user, whom it signs in from then on. The first
 * two messages are as reported of the service (aws-amplify/amplify-js, issue 13334;
 * aws/aws-sdk-net, issue 1000).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html
 */
export const AdminLinkProviderForUser = operation<
  AdminLinkProviderForUserRequest,
  AdminLinkProviderForUserResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    DestinationUser: identifiedUser.required,
    SourceUser: identifiedUser.required,
  },
  run({ UserPoolId, DestinationUser, SourceUser }, { store, now }) {
    const pool = requirePool(store, UserPoolId)
    const {
      ProviderName: name = '',
      ProviderAttributeName: claim = SUBJECT,
      ProviderAttributeValue: value = '',
    } = SourceUser
    if (name === 'Cognito')
      throw invalidParameter(
        'Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, only as a DestinationUser',
      )
    const provider = requireProvider(pool, name)
    if (value === '') throw invalidParameter('Missing ProviderAttributeValue of SourceUser.')
    if (claim !== SUBJECT && isSocial(provider.settings.ProviderType))
      throw invalidParameter(`ProviderAttributeName of a user of ${name} must be ${SUBJECT}.`)
    const user = destination(store, pool, DestinationUser)
    if (store.users.has(inPool(pool.id, federatedUsername(pool, name, value))))
      throw invalidParameter(
        'Merging is not currently supported, provide a SourceUser that has not been signed up in order to link',
      )
    const link = { provider: name, claim, value }
    if (linkedUser(store, pool, link))
      throw invalidParameter('SourceUser is already linked to DestinationUser')
    const { links = [] } = user
    if (links.length >= MOST)
      throw new CognitoError('LimitExceededException', 'Linked identity limit exceeded.')
    user.links = [...links, link]
    const identity = { userId: value, primary: false, dateCreated: now() }
    user.attributes = withIdentity(user.attributes, provider, identity)
    user.modifiedAt = now()
    return {}
  },
})

/** A user of the pool by name, or one who has signed in at a provider. */
function destination(
  store: Store,
  pool: Pool,
  { ProviderName: name = '', ProviderAttributeValue: value = '' }: ProviderUserIdentifierType,
) {
  const username = name === 'Cognito' ? value : federatedUsername(pool, name, value)
  return requireUser(store, pool, username)
}
