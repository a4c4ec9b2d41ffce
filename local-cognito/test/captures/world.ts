import { createHmac } from 'node:crypto'
import {
  openTestPool,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
} from '#local-cognito/test/support/testPool.ts'
import { callAsAdmin } from '#local-cognito/test/support/sessionPool.ts'

/** Answer of the local Cognito, as it came over the wire. */
export interface Answered {
  status: number
  headers: Headers
  text: string
}

/** A Cognito in the state that a capture names, and the values for the placeholders of the capture. */
export interface World {
  values: Record<string, string>
  send: (action: string, request: Record<string, unknown>) => Promise<Answered>
}

/** Brings a Cognito into the state that a capture names, up to its request. */
export type Arrange = () => Promise<World>

export const FLOWS = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

/** jo in a pool; the client allows passwords, SRP and refreshing unless `client` says otherwise. */
export const openPool = ({ client, ...settings }: TestPoolOptions = {}) =>
  openTestPool({ ...settings, client: { ExplicitAuthFlows: [...FLOWS], ...client } })

export const CONCEALED = { PreventUserExistenceErrors: 'ENABLED' } as const

/** The request comes from jo with the right password unless `values` say otherwise. */
export const world = (
  testPool: Pick<TestPool, 'send' | 'client'>,
  values: Record<string, string> = {},
): World => ({
  values: { client: testPool.client.id, username: 'jo', password: PASSWORD, ...values },
  send: (action, request) => testPool.send(action, request),
})

/** Calls an operation as an administrator, who is not refused. */
export async function administer(testPool: TestPool, action: string, input: object) {
  const answered = await callAsAdmin(testPool, action, input)
  if (typeof answered === 'object' && answered !== null && '__type' in answered)
    throw new Error(`${action}: ${JSON.stringify(answered)}`)
}

/** SECRET_HASH of a client with a secret. */
export const secretHash = ({ client }: TestPool, username = 'jo') =>
  createHmac('sha256', client.settings.ClientSecret ?? '')
    .update(username + client.id)
    .digest('base64')
