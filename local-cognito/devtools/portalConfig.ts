import { allowsPasskeyMfa } from '#local-cognito/auth/factors/passkeys.ts'
import { domainPath } from '#local-cognito/pools/addresses.ts'
import { allowsFlow } from '#local-cognito/pools/clients.ts'
import { labelOf, providersOf } from '#local-cognito/pools/identityProviders.ts'
import { poolFactors } from '#local-cognito/pools/mfaConfig.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import { SEEDED_CLIENT, SEEDED_POOL } from '#local-cognito/seededAccounts.ts'
import type { Store } from '#local-cognito/store.ts'
import { refreshSeconds } from '#local-cognito/tokens/claims.ts'

/**
 * Builds the settings of `portal.config.json` that follow from a pool and a client. Where the pool
 * leaves a choice (several flows, for example), the operator's file decides.
 */
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
    signIn: {
      ...onlyFlow(client),
      // Factors that users can enable themselves.
      secondFactors: poolFactors(pool),
      passkeys: Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN') ?? false,
      passkeyMfa: allowsPasskeyMfa(pool),
    },
    ...federationOf(pool, client, endpoint),
    session: { refreshTokenValiditySeconds: refreshSeconds(client) },
  }
}

/** Returns the client's only flow, unless the portal would use it by default. */
function onlyFlow(client: Client) {
  const [only, ...others] = Object.entries(FLOWS).flatMap(([flow, names]) =>
    allowsFlow(client, ...names) ? [flow] : [],
  )
  const isOnly = others.length === 0 && (only === 'USER_AUTH' || only === 'CUSTOM_AUTH')
  return isOnly && { flow: only }
}

const FLOWS = {
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  USER_AUTH: ['ALLOW_USER_AUTH'],
  CUSTOM_AUTH: ['ALLOW_CUSTOM_AUTH'],
} as const

/** Federation settings of a client that offers identity providers. */
function federationOf(pool: Pool, client: Client, endpoint: string) {
  const { AllowedOAuthFlowsUserPoolClient: isOn, AllowedOAuthFlows: flows } = client.settings
  const offered = providersOf(pool, client)
  if (!isOn || !flows?.includes('code') || offered.length === 0) return {}
  return {
    federation: {
      domain: `${endpoint}${domainPath(pool)}`,
      providers: offered.map(describe),
      logout: (client.settings.LogoutURLs ?? []).length > 0,
      scopes: client.settings.AllowedOAuthScopes ?? [],
    },
  }
}

/**
 * Identifiers that look like domains become `emailDomains`, which route users straight to the
 * provider.
 */
function describe(provider: IdentityProvider) {
  const { name, settings } = provider
  const label = labelOf(provider)
  const emailDomains = (settings.IdpIdentifiers ?? []).filter((one) =>
    /^[\w-]+(\.[\w-]+)+$/.test(one),
  )
  return {
    name,
    ...(label !== name && { label }),
    ...(emailDomains.length > 0 && { emailDomains }),
  }
}

/**
 * Finds the pool and client that a query names; by default the seeded ones, or the first client of
 * the named pool.
 * @returns a message for the caller where there is none
 */
export function findClient(
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
