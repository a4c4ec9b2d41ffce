import type {
  CreateIdentityProviderRequest,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes, sha256, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import { openTestPool, type TestPoolOptions } from './testPool.ts'

export const CALLBACK = 'https://app.test/sign-in/callback'
export const LOGOUT_URL = 'https://app.test/goodbye'
export const SCOPES = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']

const SIGNED = {
  Authorization: `AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
}

const MAPPING = { email: 'email', email_verified: 'email_verified', name: 'name' }

interface Given extends Pick<TestPoolOptions, 'options'> {
  pool?: Partial<CreateUserPoolRequest>
  client?: Partial<CreateUserPoolClientRequest>
  /** Google alone by default. */
  providers?: Partial<CreateIdentityProviderRequest>[]
}

/**
 * Opens a pool with a domain, providers, a client that may use both, and a browser to visit it
 * with.
 */
export async function openDomainPool({ pool, client, providers = [{}], ...options }: Given = {}) {
  const names = providers.map(({ ProviderName = 'Google' }) => ProviderName)
  const settings = {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code' as const],
    AllowedOAuthScopes: SCOPES,
    CallbackURLs: [CALLBACK, `${CALLBACK}?twice`],
    LogoutURLs: [LOGOUT_URL],
    SupportedIdentityProviders: names,
    ...client,
  }
  const testPool = await openTestPool({ client: settings, ...(pool && { pool }), ...options })
  const admin = (action: string, input: object) =>
    testPool.send(action, { UserPoolId: testPool.pool.id, ...input }, SIGNED)
  for (const provider of providers) {
    const ProviderDetails = { client_id: 'any', client_secret: 'any' }
    const google = { ProviderName: 'Google', ProviderType: 'Google', ProviderDetails }
    const { status, text } = await admin('CreateIdentityProvider', {
      ...google,
      AttributeMapping: MAPPING,
      ...provider,
    })
    if (status !== 200) throw new Error(text)
  }
  const base = `http://cognito.test/_domain/${testPool.pool.id}`

  /** Requests an address, which may be relative, without following redirects. */
  async function go(address: string, init?: RequestInit) {
    const url = new URL(address.startsWith('/_') ? address : `${base}${address}`, base)
    const response = await testPool.cognito.handle(new Request(url, init))
    const to = response.headers.get('Location')
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parseObject(text),
      to: to ?? '',
      query: Object.fromEntries(to === null ? [] : new URL(to, base).searchParams),
    }
  }

  const post = (address: string, form: Record<string, string>, headers = {}) =>
    go(address, { method: 'POST', body: new URLSearchParams(form), headers })

  const verifier = toBase64Url(randomBytes(32))
  const authorizeParameters = {
    response_type: 'code',
    client_id: testPool.client.id,
    redirect_uri: CALLBACK,
    identity_provider: 'Google',
    scope: SCOPES.join(' '),
    state: 'a state & more',
    nonce: 'a nonce',
    code_challenge: toBase64Url(await sha256(utf8(verifier))),
    code_challenge_method: 'S256',
  }

  /** Changes parameters of the authorize request; `undefined` removes one. */
  const authorize = (changes: Record<string, string | undefined> = {}) =>
    go(
      `/oauth2/authorize?${new URLSearchParams(without({ ...authorizeParameters, ...changes })).toString()}`,
    )

  /** Starts a sign-in and submits this form on the provider's page. */
  async function choose(answer: Record<string, string>, changes = {}) {
    const { query } = await authorize(changes)
    return post('/oauth2/idpresponse', { request: query['request'] ?? '', ...answer })
  }

  const ada = { email: 'ada@example.com', name: 'Ada Example', verified: 'true' }

  const codeFor = async (answer: Record<string, string> = ada, changes = {}) => {
    const { query, to } = await choose(answer, changes)
    if (query['code'] === undefined) throw new Error(`No code: ${to}`)
    return query['code']
  }

  const exchange = (code: string, changes: Record<string, string | undefined> = {}) =>
    post('/oauth2/token', without({ ...exchangeForm(code), ...changes }))

  const exchangeForm = (code: string) => ({
    grant_type: 'authorization_code',
    client_id: testPool.client.id,
    redirect_uri: CALLBACK,
    code,
    code_verifier: verifier,
  })

  /** Signs Ada in and returns the tokens. */
  const tokens = async (answer = ada, changes = {}) => {
    const { body } = await exchange(await codeFor(answer, changes))
    const text = (name: string) => String(body[name])
    return {
      access_token: text('access_token'),
      id_token: text('id_token'),
      refresh_token: text('refresh_token'),
    }
  }

  return { ...testPool, admin, base, ada, go, post, authorize, choose, codeFor, exchange, tokens }
}

const without = (form: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** Parses a JSON object; an empty object for any other text. */
export function parseObject(text: string): Record<string, unknown> {
  const value: unknown = text.startsWith('{') ? JSON.parse(text) : {}
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
