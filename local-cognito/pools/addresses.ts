import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Address of a pool's domain. AWS gives it a host of its own; here it is a path of the server. */
export const domainOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}${domainPath(pool)}`

/** Path of the domain, for redirects: the browser may know the server by another origin. */
export const domainPath = (pool: Pool) => `/_domain/${pool.id}`

/** Region of a pool: the first part of its id. */
export const regionOfPool = (poolId: string) => poolId.slice(0, poolId.indexOf('_'))

/** Other partitions than `aws`, by how the names of their regions begin. */
const PARTITIONS = { 'cn-': 'aws-cn', 'us-gov-': 'aws-us-gov', 'eusc-': 'aws-eusc' }

/** AWS account of everything. */
export const ACCOUNT = '123456789012'

/** ARN of something in a pool's region. */
export function arnIn(region: string, resource: string) {
  const [, partition = 'aws'] =
    Object.entries(PARTITIONS).find(([start]) => region.startsWith(start)) ?? []
  return `arn:${partition}:cognito-idp:${region}:${ACCOUNT}:${resource}`
}

/** `iss` claim of a pool's tokens. */
export const issuerOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}/${pool.id}`
