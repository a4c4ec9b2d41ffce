import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Address of a pool's domain. AWS gives it a host of its own; here it is a path of the server. */
export const domainOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}${domainPath(pool)}`

/** Path of the domain, for redirects: the browser may know the server by another origin. */
export const domainPath = (pool: Pool) => `/_domain/${pool.id}`

/** `iss` claim of a pool's tokens. */
export const issuerOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}/${pool.id}`
