import type { DeleteUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider'
import { clientId, userPoolId } from '#local-cognito/http/members.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { endSession } from '#local-cognito/tokens/tokenSessions.ts'
import { operation } from './operation.ts'

/**
 * Its tokens end with it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html
 */
export const DeleteUserPoolClient = operation<DeleteUserPoolClientRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ClientId: clientId.required },
  run(input, { store }) {
    const { id } = requireClient(store, requirePool(store, input.UserPoolId), input.ClientId)
    store.clients.delete(id)
    for (const family of store.families.values()) if (family.clientId === id) endSession(family)
    for (const session of store.sessions.values())
      if (session.clientId === id) store.sessions.delete(session.id)
  },
})
