import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider'
import { ask } from './explain.ts'

interface Where {
  region: string
  endpoint: string | undefined
}

/**
 * The address of the pool's domain, one of its own before a prefix of AWS's.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export async function domainOf(pool: UserPoolType, where: Where): Promise<string | undefined> {
  const { CustomDomain, Domain, Id = '' } = pool
  if (where.endpoint !== undefined) return publishedDomain(where.endpoint, Id)
  if (CustomDomain) return `https://${CustomDomain}`
  return Domain && `https://${Domain}.auth.${where.region}.amazoncognito.com`
}

/** Elsewhere than on AWS a domain has no name, but every pool publishes where its own is. */
async function publishedDomain(endpoint: string, poolId: string): Promise<string | undefined> {
  const base = endpoint.replace(/\/+$/, '')
  const published = await ask('openid-configuration', async (): Promise<unknown> => {
    const response = await fetch(`${base}/${poolId}/.well-known/openid-configuration`)
    return response.ok ? response.json() : undefined
  })
  if (typeof published !== 'object' || published === null) return undefined
  const found = 'authorization_endpoint' in published && published.authorization_endpoint
  return typeof found === 'string' ? found.replace(/\/oauth2\/authorize$/, '') : undefined
}
