import { createServer, type Server } from 'node:http'
import {
  CognitoIdentityProvider,
  type CreateUserPoolClientRequest,
  type CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { inject } from 'vitest'
import { parseConfig } from '#config/loadConfig.ts'
import { securityHeaders } from '#edge/headers.ts'
import { sendResponse, toRequest } from '#local-cognito/adapters/nodeHttp.ts'
import { createCognito } from '#local-cognito/index.ts'

/**
 * Answers a request in place of the service, or changes its answer.
 *
 * @param asked the action of the API, or the path of another request.
 */
export type Lie = (
  asked: string,
  truth: () => Promise<Response>,
  body: unknown,
) => Promise<Response> | undefined

export interface Shape {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  /** Sections of the site's config that differ. */
  config?: object
}

export const user = { username: 'ada@example.com', password: 'Correct-Horse-1' }

/** A local Cognito with a pool, a site in front of it, and a user. Both answer truly until told to lie. */
export async function openService({ pool, client, config }: Shape = {}) {
  const cognito = createCognito()
  let lie: Lie = () => undefined
  const service = await serve(async (request) => {
    const action = request.headers.get('x-amz-target')?.split('.')[1]
    const asked = action ?? `${request.method} ${new URL(request.url).pathname}`
    const text = await request.clone().text()
    const body: unknown = action === undefined ? {} : JSON.parse(text)
    return lie(asked, async () => cognito.handle(request), body) ?? cognito.handle(request)
  })
  const site = await serve(async (request) => {
    const path = new URL(request.url).pathname
    return lie(`site ${path}`, async () => page(path), {}) ?? page(path)
  })

  const sdk = new CognitoIdentityProvider({
    endpoint: service.origin,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const made = await sdk.createUserPool({ ...defaultPool, ...pool })
  const poolId = made.UserPool?.Id ?? ''
  const record = cognito.store.pools.get(poolId)
  if (record) record.keys = inject('signingKeys')
  const ProviderName = 'Google'
  await sdk.createIdentityProvider({
    UserPoolId: poolId,
    ProviderName,
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'any', client_secret: 'any' },
    AttributeMapping: { email: 'email' },
  })
  const { UserPoolClient } = await sdk.createUserPoolClient({
    UserPoolId: poolId,
    ...defaultClient,
    SupportedIdentityProviders: ['COGNITO', ProviderName],
    CallbackURLs: [`${site.origin}/sign-in/callback`],
    ...client,
  })
  const clientId = UserPoolClient?.ClientId ?? ''
  const named = { UserPoolId: poolId, Username: user.username }
  await sdk.adminCreateUser({ ...named, MessageAction: 'SUPPRESS' })
  await sdk.adminSetUserPassword({ ...named, Password: user.password, Permanent: true })

  const configText = JSON.stringify({
    cognito: {
      region: 'us-east-1',
      userPoolId: poolId,
      userPoolClientId: clientId,
      endpoint: service.origin,
    },
    signIn: { flow: 'USER_AUTH' },
    federation: {
      domain: `${service.origin}/_domain/${poolId}`,
      providers: [{ name: ProviderName }],
    },
    ...config,
  })
  const headers = securityHeaders(parseConfig(configText))

  const page = (path: string) =>
    path === '/portal.config.json'
      ? new Response(configText, { headers: { ...headers, 'content-type': 'application/json' } })
      : new Response('<!doctype html>', { headers })

  return {
    poolId,
    clientId,
    endpoint: service.origin,
    site: site.origin,
    sdk,
    tell: (next: Lie) => void (lie = next),
    async [Symbol.asyncDispose]() {
      sdk.destroy()
      await Promise.all([service.close(), site.close()])
    },
  }
}

const defaultPool: CreateUserPoolRequest = {
  PoolName: 'doctor',
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
}

const defaultClient = {
  ClientName: 'portal',
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
} satisfies Partial<CreateUserPoolClientRequest>

/** Listens on a free port of 127.0.0.1. */
async function serve(answer: (request: Request) => Promise<Response>) {
  let origin = ''
  const server: Server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await toRequest(incoming, origin)
      await sendResponse(request instanceof Response ? request : await answer(request), outgoing)
    })().catch((error: unknown) => {
      console.error(error)
      outgoing.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port')
  origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
