import type { DeleteResourceServerRequest } from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireServer, serverIdentifier } from '#local-cognito/pools/resourceServers.ts'
import { operation } from './operation.ts'

/**
 * Clients keep its scopes in their settings, but get no more tokens with them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html
 */
export const DeleteResourceServer = operation<DeleteResourceServerRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Identifier: serverIdentifier.required },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const server = requireServer(pool, input.Identifier)
    pool.resourceServers = (pool.resourceServers ?? []).filter((each) => each !== server)
    pool.modifiedAt = now()
  },
})
