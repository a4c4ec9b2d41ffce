import type {
  ResourceServerScopeType,
  ResourceServerType,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, resourceNotFound } from '#local-cognito/errors.ts'
import { list, string, structure } from '#local-cognito/http/constraints.ts'
import type { ResourceServer } from '#local-cognito/poolRecords.ts'
import type { Pool } from '#local-cognito/records.ts'

// Members shared by the actions for resource servers.

export const serverIdentifier = string({
  min: 1,
  max: 256,
  pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+',
})

export const serverSettings = {
  Name: string({ min: 1, max: 256, pattern: '[\\w\\s+=,.@-]+' }).required,
  Scopes: list(
    structure<ResourceServerScopeType>({
      ScopeName: string({
        min: 1,
        max: 256,
        pattern: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+',
      }).required,
      ScopeDescription: string({ min: 1, max: 256 }).required,
    }),
    { max: 100 },
  ),
}

/** @throws CognitoError for two scopes of one name. The service's message is not known */
export function checkScopes(scopes: ResourceServerScopeType[]) {
  const names = scopes.map(({ ScopeName }) => ScopeName)
  if (new Set(names).size < names.length)
    throw invalidParameter('Scope names must be unique within a resource server.')
}

/** @throws CognitoError where the pool has no such resource server */
export function requireServer(pool: Pool, identifier: string): ResourceServer {
  const found = pool.resourceServers?.find((server) => server.identifier === identifier)
  if (!found) throw resourceNotFound(`Resource server ${identifier} does not exist.`)
  return found
}

/** Formats a resource server for the API. */
export const describeServer = (pool: Pool, server: ResourceServer): ResourceServerType => ({
  UserPoolId: pool.id,
  Identifier: server.identifier,
  Name: server.name,
  Scopes: server.scopes,
})

const STANDARD_SCOPES = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin']

/** Scopes of a pool's resource servers as tokens name them: `IDENTIFIER/SCOPE`. */
export const customScopes = (pool: Pool) =>
  (pool.resourceServers ?? []).flatMap(({ identifier, scopes }) =>
    scopes.map(({ ScopeName }) => `${identifier}/${ScopeName}`),
  )

/** All scopes that a client of the pool may allow. */
export const poolScopes = (pool: Pool) => [...STANDARD_SCOPES, ...customScopes(pool)]
