import type {
  CustomDomainConfigType,
  RoutingType,
  UpdateUserPoolDomainRequest,
  UpdateUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { number, opaque } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { CLOUDFRONT, domainName, requireDomain } from '#local-cognito/pools/domains.ts'
import { operation } from './operation.ts'

/**
 * Replaces the settings of a domain; its name cannot change.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html
 */
export const UpdateUserPoolDomain = operation<
  UpdateUserPoolDomainRequest,
  UpdateUserPoolDomainResponse
>({
  signed: true,
  members: {
    Domain: domainName.required,
    UserPoolId: userPoolId.required,
    ManagedLoginVersion: number({ min: 1, max: 2 }),
    CustomDomainConfig: opaque<CustomDomainConfigType>(),
    Routing: opaque<RoutingType>(),
  },
  run({ Domain, UserPoolId, ...settings }, { store, now }) {
    const { pool, member } = requireDomain(store.pools.get(UserPoolId), Domain)
    const { CustomDomainConfig, ManagedLoginVersion } = settings
    // Our own message; AWS's is not known.
    if (CustomDomainConfig && member === 'Domain')
      throw invalidParameter('CustomDomainConfig is for custom domains only.')
    pool.domains = { ...pool.domains, [member]: { ...pool.domains?.[member], ...settings } }
    pool.modifiedAt = now()
    return {
      ...(ManagedLoginVersion !== undefined && { ManagedLoginVersion }),
      ...(member === 'CustomDomain' && { CloudFrontDomain: CLOUDFRONT }),
    }
  },
})
