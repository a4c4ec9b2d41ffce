import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import {
  openTestPool,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  tokensOf,
} from './testPool.ts'

// Fixtures: a pool that tracks sessions, and clients in several places.

export const CHROME_ON_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36'
export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

const AUTHORIZATION = [
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request',
  'SignedHeaders=host',
  `Signature=${'0'.repeat(64)}`,
].join(', ')

/** Origin of a request. */
export interface RequestOrigin {
  address?: string
  browser?: string
}

const headersOf = ({ address, browser }: RequestOrigin) => ({
  ...(address !== undefined && { 'X-Forwarded-For': address }),
  ...(browser !== undefined && { 'User-Agent': browser }),
})

/** Calls an admin operation; returns its answer, also a refusal. */
export async function callAsAdmin(testPool: TestPool, action: string, given: object = {}) {
  const input = { UserPoolId: testPool.pool.id, ...given }
  const { text } = await testPool.send(action, input, { Authorization: AUTHORIZATION })
  const answered: unknown = JSON.parse(text || '{}')
  return answered
}

export const enableTracking = (
  testPool: TestPool,
  MaxPerUser = 20,
  UserSessionTracking = 'ENABLED',
) =>
  callAsAdmin(testPool, 'SetUserPoolSessionConfiguration', {
    UserSessionTracking,
    TokenSession: { MaxPerUser },
  })

export async function openSessionPool({ client, ...settings }: TestPoolOptions = {}) {
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const
  const flows = { ExplicitAuthFlows: [...ExplicitAuthFlows] }
  const testPool = await openTestPool({ ...settings, client: { ...flows, ...client } })
  await enableTracking(testPool)
  const ClientId = testPool.client.id

  async function initiate(
    AuthFlow: string,
    AuthParameters: object,
    place: RequestOrigin,
    id = ClientId,
  ) {
    const input = { ClientId: id, AuthFlow, AuthParameters }
    const { text } = await testPool.send('InitiateAuth', input, headersOf(place))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the operation is typed to answer
    return JSON.parse(text) as InitiateAuthResponse
  }

  const signIn = async (place: RequestOrigin = {}, { name = 'jo', id = ClientId } = {}) =>
    tokensOf(await initiate('USER_PASSWORD_AUTH', { USERNAME: name, PASSWORD }, place, id))

  const refresh = (REFRESH_TOKEN: string, place: RequestOrigin = {}) =>
    initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN }, place)

  const sessions = async (AccessToken: string) =>
    (await testPool.call('ListUserSessions', { AccessToken })).Sessions ?? []

  /** Id of the token's own session. */
  const idOf = async (AccessToken: string) =>
    (await sessions(AccessToken)).find(({ IsCurrentSession }) => IsCurrentSession)?.SessionId ?? ''

  return { testPool, flows, signIn, refresh, sessions, idOf }
}
