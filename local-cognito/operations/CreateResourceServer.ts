import type {
  CreateResourceServerRequest,
  CreateResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import {
  checkScopes,
  describeServer,
  serverIdentifier,
  serverSettings,
} from '#local-cognito/pools/resourceServers.ts'
import { operation } from './operation.ts'

/** Resource servers of a pool (developer guide, "Quotas in Amazon Cognito"). */
const MOST = 25

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export const CreateResourceServer = operation<
  CreateResourceServerRequest,
  CreateResourceServerResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Identifier: serverIdentifier.required,
    ...serverSettings,
  },
  run({ UserPoolId, Identifier: identifier, Name: name, Scopes: scopes = [] }, { store, now }) {
    const pool = requirePool(store, UserPoolId)
    const { resourceServers = [] } = pool
    if (resourceServers.some((server) => server.identifier === identifier))
      throw invalidParameter(`${identifier} already exists in user pool ${pool.id}.`)
    if (resourceServers.length >= MOST)
      throw new CognitoError('LimitExceededException', 'Resource server limit exceeded.')
    checkScopes(scopes)
    const server = { identifier, name, scopes }
    pool.resourceServers = [...resourceServers, server]
    pool.modifiedAt = now()
    return { ResourceServer: describeServer(pool, server) }
  },
})
