import type {
  DescribeUserPoolDomainRequest,
  DescribeUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { ACCOUNT, regionOfPool } from '#local-cognito/pools/addresses.ts'
import { CLOUDFRONT, domainMember, domainName } from '#local-cognito/pools/domains.ts'
import { operation } from './operation.ts'

/**
 * Answers an empty description for a domain that no pool has.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolDomain.html
 */
export const DescribeUserPoolDomain = operation<
  DescribeUserPoolDomainRequest,
  DescribeUserPoolDomainResponse
>({
  signed: true,
  members: { Domain: domainName.required },
  run({ Domain }, { store }) {
    for (const [, pool] of store.pools.scan()) {
      const member = domainMember(pool, Domain)
      if (!member) continue
      return {
        DomainDescription: {
          UserPoolId: pool.id,
          AWSAccountId: ACCOUNT,
          Domain,
          S3Bucket: `aws-cognito-prod-${regionOfPool(pool.id)}-assets`,
          CloudFrontDistribution: CLOUDFRONT,
          Version: '20260101000000',
          Status: 'ACTIVE',
          // Classic hosted pages.
          ManagedLoginVersion: 1,
          ...pool.domains?.[member],
        },
      }
    }
    return { DomainDescription: {} }
  },
})
