import { expect, test } from '@playwright/test'
import type { CognitoEndpoint } from './cognitoEndpoint.ts'

/** Input of an operation, as AWS names it. */
type Input = Record<string, unknown>

/** Fault that the local Cognito injects; its README lists the members. */
interface Fault {
  operation: string
  times?: number
  delayMs?: number
  type?: string
  message?: string
  status?: number
  body?: string
  network?: 'reset'
}

interface Message {
  to: string
  kind: string
  code: string
  sentAt: string
  poolId: string
}

interface NewUser {
  email?: string
  /** Permanent password; without it the user is invited and has to choose one. */
  password?: string
  attributes?: Record<string, string>
  groups?: string[]
}

/** Recommended settings: email as username, rotating refresh tokens. */
const defaultPool: Input = {
  PoolName: 'e2e',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ['email'],
}

const defaultClient: Input = {
  ClientName: 'portal',
  PreventUserExistenceErrors: 'ENABLED',
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  AccessTokenValidity: 15,
  IdTokenValidity: 15,
  RefreshTokenValidity: 12,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
}

export type TestPool = Awaited<ReturnType<typeof makeCognito>>

/**
 * Creates a user pool and a client for one test, so that tests can run in parallel.
 */
export async function makeCognito(
  cognitoEndpoint: CognitoEndpoint,
  pool: Input = {},
  client: Input = {},
) {
  const { endpoint, region, isLocal, sign } = cognitoEndpoint

  async function post(action: string, input: Input): Promise<unknown> {
    const request = await sign(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify(input),
    })
    const response = await fetch(request)
    const body = await response.text()
    if (!response.ok) throw new Error(`${action} answered ${response.status}: ${body}`)
    return body && JSON.parse(body)
  }

  /** Skips the test on AWS, which has no such interface. */
  const requireDevtools = () =>
    test.skip(!isLocal, 'only the local Cognito exposes its messages and injects faults')

  async function devtools(path: string, init?: RequestInit): Promise<unknown> {
    requireDevtools()
    const response = await fetch(new URL(`/_local/${path}`, endpoint), init)
    if (!response.ok) throw new Error(`/_local/${path}: ${await response.text()}`)
    return response.json()
  }

  const poolId = idIn(await post('CreateUserPool', { ...defaultPool, ...pool }), 'Id')
  const clientId = idIn(
    await post('CreateUserPoolClient', { UserPoolId: poolId, ...defaultClient, ...client }),
    'ClientId',
  )
  const read = new Set<string>()

  /** Calls an operation for this pool, as an administrator. */
  const call = async (action: string, input: Input) =>
    post(action, { UserPoolId: poolId, ...input })

  return {
    endpoint,
    /** Domain of the pool. At AWS it would have to be created by name. */
    domain() {
      test.skip(!isLocal, 'only a local Cognito gives every pool a domain')
      return new URL(`/_domain/${poolId}`, endpoint).href
    },
    poolId,
    clientId,
    call,
    /** `portal.config.json` for this pool. */
    async config() {
      if (isLocal) return devtools(`config?pool=${poolId}&client=${clientId}`)
      const own = endpoint.includes('amazonaws.com') ? {} : { endpoint }
      return {
        cognito: { region, userPoolId: poolId, userPoolClientId: clientId, ...own },
        signUp: signUpOf(pool),
      }
    },

    /** Returns an unused email address. */
    address: (name = 'ada') => `${name}-${crypto.randomUUID()}@example.com`,

    /** @returns the user's email address */
    async createUser({ email, password, attributes = {}, groups = [] }: NewUser = {}) {
      const Username = email ?? this.address()
      const values = { email: Username, email_verified: 'true', ...attributes }
      await call('AdminCreateUser', {
        Username,
        UserAttributes: Object.entries(values).map(([Name, Value]) => ({ Name, Value })),
        ...(password !== undefined && { MessageAction: 'SUPPRESS' }),
      })
      if (password !== undefined) {
        await call('AdminSetUserPassword', { Username, Password: password, Permanent: true })
      }
      for (const GroupName of groups) {
        await call('AdminAddUserToGroup', { Username, GroupName })
      }
      return Username
    },

    createGroup: async (GroupName: string) => call('CreateGroup', { GroupName }),

    /** Returns the code or temporary password of the newest unread message to this address. */
    async mail(to: string): Promise<string> {
      requireDevtools()
      let newest: Message | undefined
      await expect(async () => {
        const messages = await devtools(`messages?to=${encodeURIComponent(to)}`)
        newest = messagesIn(messages).find(
          (message) => message.poolId === poolId && !read.has(message.sentAt + message.code),
        )
        expect(newest, `an unread message to ${to}`).toBeDefined()
      }).toPass({ timeout: 5000 })
      if (!newest) throw new Error(`Nothing was sent to ${to}`)
      read.add(newest.sentAt + newest.code)
      return newest.code
    },

    /** Replaces the faults of this client; without arguments, removes them. */
    async faults(...faults: Fault[]) {
      if (faults.length === 0 && !isLocal) return
      if (faults.length === 0) await devtools(`faults?client=${clientId}`, { method: 'DELETE' })
      else {
        const body = JSON.stringify(faults.map((fault) => Object.assign(fault, { clientId })))
        await devtools('faults', { method: 'PUT', body })
      }
    },
  }
}

/** Derives the portal's sign-up settings from those of the pool. */
function signUpOf({ Schema, AdminCreateUserConfig }: Input) {
  const isClosed = JSON.stringify(AdminCreateUserConfig)?.includes(':true') ?? false
  const required = JSON.stringify(Schema ?? []).matchAll(/"Name":"(\w+)"[^}]*"Required":true/g)
  return { enabled: !isClosed, attributes: [...required].flatMap(([, name]) => name ?? []) }
}

function idIn(answer: unknown, name: string): string {
  const found = new RegExp(`"${name}":"([^"]+)"`).exec(JSON.stringify(answer))?.[1]
  if (!found) throw new Error(`Cognito's answer names no ${name}: ${JSON.stringify(answer)}`)
  return found
}

function messagesIn(answer: unknown): Message[] {
  if (!Array.isArray(answer)) throw new Error('/_local/messages did not answer with a list')
  return answer.map((message: Message) => message)
}
