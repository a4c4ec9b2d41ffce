import type {
  CreateUserPoolDomainRequest,
  CreateUserPoolDomainResponse,
  CustomDomainConfigType,
  RoutingType,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { number, opaque } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { CLOUDFRONT, domainName } from '#local-cognito/pools/domains.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** A prefix contains no dot, a custom domain does. */
const PREFIX = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Sets `Domain` (a prefix) or `CustomDomain`, as DescribeUserPool shows them; a pool may have one
 * of each.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
 */
export const CreateUserPoolDomain = operation<
  CreateUserPoolDomainRequest,
  CreateUserPoolDomainResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Domain: domainName.required,
    ManagedLoginVersion: number(),
    CustomDomainConfig: opaque<CustomDomainConfigType>(),
    Routing: opaque<RoutingType>(),
  },
  run({ UserPoolId, Domain, ...given }, { store, now }) {
    const { CustomDomainConfig, ManagedLoginVersion } = given
    const pool = requirePool(store, UserPoolId)
    const member = CustomDomainConfig ? 'CustomDomain' : 'Domain'
    // The service's own message (terraform-aws-cognito-user-pool, issue 69).
    if (!CustomDomainConfig && !PREFIX.test(Domain))
      throw invalidParameter(
        'The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$',
      )
    if (pool.settings[member] !== undefined)
      throw invalidParameter('User pool already has a domain configured.')
    if ([...store.pools.values()].some(({ settings }) => settings[member] === Domain))
      throw invalidParameter('Domain already associated with another user pool.')
    pool.settings[member] = Domain
    pool.domains = { ...pool.domains, [member]: given }
    pool.modifiedAt = now()
    return {
      ...(ManagedLoginVersion !== undefined && { ManagedLoginVersion }),
      ...(CustomDomainConfig && { CloudFrontDomain: CLOUDFRONT }),
    }
  },
})
