import type {
  AdminDisableProviderForUserRequest,
  AdminDisableProviderForUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requireProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import {
  federatedUsername,
  identifiedUser,
  linkedUser,
  SUBJECT,
  withoutIdentity,
} from '#local-cognito/users/links.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Removes the link of an identity, which then signs in as a user of its own. An identity that has a
 * user of its own can no longer sign in, nor can a local user with the password.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html
 */
export const AdminDisableProviderForUser = operation<
  AdminDisableProviderForUserRequest,
  AdminDisableProviderForUserResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, User: identifiedUser.required },
  run({ UserPoolId, User: named }, { store, now }) {
    const pool = requirePool(store, UserPoolId)
    const {
      ProviderName: provider = '',
      ProviderAttributeName: claim = SUBJECT,
      ProviderAttributeValue: value = '',
    } = named
    if (provider === 'Cognito') {
      const user = requireUser(store, pool, value)
      delete user.verifier
      user.modifiedAt = now()
      return {}
    }
    requireProvider(pool, provider)
    const user =
      linkedUser(store, pool, { provider, claim, value }) ??
      requireUser(store, pool, federatedUsername(pool, provider, value))
    user.links = (user.links ?? []).filter(
      (link) => link.provider !== provider || link.claim !== claim || link.value !== value,
    )
    user.attributes = withoutIdentity(user.attributes, provider, value)
    user.modifiedAt = now()
    return {}
  },
})
