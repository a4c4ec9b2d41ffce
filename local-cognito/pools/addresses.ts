import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Where a pool's domain is. On AWS it has a host of its own; here, a path below the server's. */
export const domainOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}${domainPath(pool)}`

/** The same, for a browser that is there already, by whatever name it knows the server. */
export const domainPath = (pool: Pool) => `/_domain/${pool.id}`

/** The `iss` claim of a pool's tokens. */
export const issuerOf = (cognito: Cognito, pool: Pool) => `${cognito.origin}/${pool.id}`
