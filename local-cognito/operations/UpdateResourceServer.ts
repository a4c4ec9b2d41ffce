import type {
  UpdateResourceServerRequest,
  UpdateResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import {
  checkScopes,
  describeServer,
  requireServer,
  serverIdentifier,
  serverSettings,
} from '#local-cognito/pools/resourceServers.ts'
import { operation } from './operation.ts'

/**
 * Replaces the name and all scopes: absent scopes are removed.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html
 */
export const UpdateResourceServer = operation<
  UpdateResourceServerRequest,
  UpdateResourceServerResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Identifier: serverIdentifier.required,
    ...serverSettings,
  },
  run({ UserPoolId, Identifier, Name: name, Scopes: scopes = [] }, { store, now }) {
    const pool = requirePool(store, UserPoolId)
    const server = requireServer(pool, Identifier)
    checkScopes(scopes)
    Object.assign(server, { name, scopes })
    pool.modifiedAt = now()
    return { ResourceServer: describeServer(pool, server) }
  },
})
