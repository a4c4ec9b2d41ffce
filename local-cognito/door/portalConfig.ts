import { poolFactors } from '#local-cognito/factors/mfaFactors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import { SEEDED_CLIENT, SEEDED_POOL } from '#local-cognito/seededAccounts.ts'
import type { Store } from '#local-cognito/store.ts'
import { refreshSeconds } from '#local-cognito/tokens/claims.ts'

/** What a portal has to be told of a pool and a client, in the words of `portal.config.json`. */
export function portalConfig(pool: Pool, client: Client, endpoint: string) {
  const { Policies, AdminCreateUserConfig, SchemaAttributes = [] } = pool.settings
  const policy = Policies?.PasswordPolicy
  const required = SchemaAttributes.flatMap(({ Name, Required }) =>
    Required && Name && Name !== 'email' && Name !== 'sub' ? [Name] : [],
  )
  return {
    cognito: {
      region: pool.id.slice(0, pool.id.indexOf('_')),
      userPoolId: pool.id,
      userPoolClientId: client.id,
      endpoint,
    },
    passwordPolicy: {
      minimumLength: policy?.MinimumLength ?? 8,
      requireLowercase: policy?.RequireLowercase ?? false,
      requireUppercase: policy?.RequireUppercase ?? false,
      requireNumbers: policy?.RequireNumbers ?? false,
      requireSymbols: policy?.RequireSymbols ?? false,
    },
    signUp: {
      enabled: AdminCreateUserConfig?.AllowAdminCreateUserOnly !== true,
      attributes: required,
    },
    // What people may switch on for themselves.
    signIn: {
      secondFactors: poolFactors(pool),
      passkeys: Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN') ?? false,
    },
    session: { refreshTokenValiditySeconds: refreshSeconds(client) },
  }
}

/**
 * The pool and client that a query names: the default ones, and of a pool that is named without a
 * client, its first.
 * @returns a sentence about what is not there, otherwise
 */
export function named(
  store: Store,
  query: URLSearchParams,
): { pool: Pool; client: Client } | string {
  const poolId = query.get('pool') ?? SEEDED_POOL
  const pool = store.pools.get(poolId)
  if (!pool) return `There is no user pool ${poolId}.`
  const wanted = query.get('client') ?? (poolId === SEEDED_POOL ? SEEDED_CLIENT : undefined)
  const clients = [...store.clients.values()].filter((client) => client.poolId === pool.id)
  const client = wanted === undefined ? clients[0] : clients.find(({ id }) => id === wanted)
  if (client) return { pool, client }
  return `User pool ${poolId} has no ${wanted === undefined ? 'client' : `client ${wanted}`}.`
}
