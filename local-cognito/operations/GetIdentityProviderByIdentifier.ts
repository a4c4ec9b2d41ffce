import type {
  GetIdentityProviderByIdentifierRequest,
  GetIdentityProviderByIdentifierResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { resourceNotFound } from '#local-cognito/errors.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { identifier } from '#local-cognito/pools/identityProviderRules.ts'
import { describeProvider, matchProvider } from '#local-cognito/pools/identityProviders.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetIdentityProviderByIdentifier.html */
export const GetIdentityProviderByIdentifier = operation<
  GetIdentityProviderByIdentifierRequest,
  GetIdentityProviderByIdentifierResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, IdpIdentifier: identifier.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const provider = matchProvider(pool.providers ?? [], null, input.IdpIdentifier)
    // Our own message; AWS's is not known.
    if (!provider)
      throw resourceNotFound(`No identity provider has the identifier ${input.IdpIdentifier}.`)
    return { IdentityProvider: describeProvider(pool, provider) }
  },
})
