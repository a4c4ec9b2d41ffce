import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { http } from 'msw'
import { inject } from 'vitest'
import { parseConfig } from '#config/loadConfig.ts'
import { cognitoHandlers } from '#local-cognito/adapters/msw.ts'
import { opensslPower } from '#local-cognito/adapters/opensslPower.ts'
import type { Assumptions } from '#local-cognito/assumptions.ts'
import { createCognito, type LocalCognito } from '#local-cognito/index.ts'
import type { Triggers } from '#local-cognito/triggers.ts'
import { network } from './network.ts'

export interface PoolSettings {
  /** Answers to open questions about AWS that differ from the defaults. */
  assumptions?: Partial<Assumptions>
  /** Functions of Lambda triggers, by the name in the pool's `LambdaConfig`. */
  triggers?: Triggers
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
}

type Fault = (request: Request) => Response | undefined | Promise<Response | undefined>

/** Recommended settings: email sign-in, no user enumeration, rotating tokens. */
const defaultPool: CreateUserPoolRequest = {
  PoolName: 'test',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ['email'],
}

const defaultClient = {
  ClientName: 'portal',
  PreventUserExistenceErrors: 'ENABLED',
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  AccessTokenValidity: 15,
  IdTokenValidity: 15,
  RefreshTokenValidity: 12,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
} satisfies Partial<CreateUserPoolClientRequest>

/** Accepted by the local Cognito's admin operations, which do not verify it. */
const signature = [
  'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request',
  'SignedHeaders=host',
  `Signature=${'0'.repeat(64)}`,
].join(', ')

/** A pool for one test, with its client, configuration and administrator calls. */
export type TestPool = Awaited<ReturnType<typeof startCognito>>

let startedPools = 0

/** Starts a Cognito with a pool and a client for one test, reachable by `fetch` at an origin of its own. */
export async function startCognito({
  pool,
  client,
  assumptions = {},
  triggers = {},
}: PoolSettings = {}) {
  startedPools += 1
  const origin = `https://cognito-${startedPools}.test`
  const cognito = countRequests(createCognito({ power: opensslPower, assumptions, triggers }))
  const faults = new Map<string, Fault>()
  const faulty = http.post(`${origin}/`, ({ request }) => {
    const [, action = ''] = request.headers.get('x-amz-target')?.split('.') ?? []
    return faults.get(action)?.(request)
  })
  network.use(faulty, ...cognitoHandlers(cognito, origin))

  async function call(action: string, input: object): Promise<unknown> {
    const response = await fetch(origin, {
      method: 'POST',
      headers: {
        authorization: signature,
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify(input),
    })
    const body = await response.text()
    if (!response.ok) throw new Error(`${action}: ${body}`)
    return body === '' ? undefined : JSON.parse(body)
  }

  await call('CreateUserPool', { ...defaultPool, ...pool })
  const [UserPoolId = ''] = cognito.store.pools.keys()
  for (const made of cognito.store.pools.values()) made.keys = inject('signingKeys')
  await call('CreateUserPoolClient', { UserPoolId, ...defaultClient, ...client })
  const [ClientId = ''] = cognito.store.clients.keys()

  return {
    cognito,
    origin,
    UserPoolId,
    ClientId,
    config: parseConfig(
      JSON.stringify({
        cognito: {
          region: 'us-east-1',
          userPoolId: UserPoolId,
          userPoolClientId: ClientId,
          endpoint: `${origin}/`,
        },
        session: { refreshTokenValiditySeconds: 12 * 60 * 60 },
      }),
    ),
    /** Calls an operation as an administrator. */
    call: (action: string, input: object) => call(action, { UserPoolId, ...input }),
    /** Creates a confirmed user with a permanent password. */
    async createUser(email: string, password: string) {
      const Username = email
      const UserAttributes = [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ]
      await call('AdminCreateUser', {
        UserPoolId,
        Username,
        UserAttributes,
        MessageAction: 'SUPPRESS',
      })
      await call('AdminSetUserPassword', {
        UserPoolId,
        Username,
        Password: password,
        Permanent: true,
      })
    },
    /** Whether no request is being carried out; one that a test holds up is not. */
    isIdle: () => cognito.running() === 0,
    /** Answers this operation in place of the local Cognito, from now on; where it answers undefined, before it. */
    answerInstead(action: string, answer: Fault) {
      faults.set(action, answer)
    },
    /** Undoes {@link answerInstead}. */
    recover: () => faults.clear(),
    /** Returns the newest code that was sent to this address. */
    codeFor(to: string): string {
      const message = cognito.store.messages.find((sent) => sent.to === to)
      if (!message) throw new Error(`Nothing was sent to ${to}`)
      return message.code
    },
  }
}

function countRequests(cognito: LocalCognito) {
  let running = 0
  return {
    ...cognito,
    running: () => running,
    async handle(request: Request) {
      running += 1
      try {
        return await cognito.handle(request)
      } finally {
        running -= 1
      }
    },
  }
}
