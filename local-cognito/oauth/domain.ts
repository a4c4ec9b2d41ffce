import type { Cognito, RunAndSave } from '#local-cognito/cognito.ts'
import { CORS, preflightResponse } from '#local-cognito/http/responses.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { signingKeys } from '#local-cognito/tokens/keys.ts'
import { authorize, login } from './authorize.ts'
import { errorPage } from './errorPage.ts'
import { idpResponse, provider } from './federation.ts'
import { logout } from './logout.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { plain } from './responses.ts'
import { revoke } from './revoke.ts'
import { token } from './token.ts'
import { userInfo } from './userInfo.ts'

interface Endpoint {
  methods: string[]
  /** Allows requests from pages of other origins. The other endpoints are navigated to. */
  crossOrigin?: true
  answer: (oauthRequest: OAuthRequest) => Promise<Response> | Response
}

const endpoints: Record<string, Endpoint> = {
  '/oauth2/authorize': { methods: ['GET'], answer: authorize },
  '/login': { methods: ['GET'], answer: login },
  '/provider': { methods: ['GET'], answer: provider },
  '/oauth2/idpresponse': { methods: ['POST'], answer: idpResponse },
  '/logout': { methods: ['GET'], answer: logout },
  '/error': { methods: ['GET'], answer: errorPage },
  '/oauth2/token': { methods: ['POST'], crossOrigin: true, answer: token },
  '/oauth2/userInfo': { methods: ['GET', 'POST'], crossOrigin: true, answer: userInfo },
  '/oauth2/revoke': { methods: ['POST'], crossOrigin: true, answer: revoke },
}

/**
 * Answers requests to a user pool's domain: OAuth 2.0 and the pages of federated sign-in.
 * @returns undefined for any other path
 */
export async function answerDomain(request: Request, cognito: Cognito, runAndSave: RunAndSave) {
  const { pathname, searchParams: query } = new URL(request.url)
  const [, poolId = '', path = ''] = /^\/_domain\/([^/]+)(\/.*)$/.exec(pathname) ?? []
  const pool = cognito.store.pools.get(poolId)
  const endpoint = endpoints[path]
  if (!pool || !endpoint) return undefined
  const answer = await answerOf(endpoint, { cognito, pool, request, query }, runAndSave)
  if (endpoint.crossOrigin)
    for (const [name, value] of Object.entries(CORS)) answer.headers.set(name, value)
  return answer
}

async function answerOf(
  endpoint: Endpoint,
  oauthRequest: Omit<OAuthRequest, 'form'>,
  runAndSave: RunAndSave,
) {
  const { cognito, request, pool } = oauthRequest
  if (request.method === 'OPTIONS' && endpoint.crossOrigin) return preflightResponse(request)
  if (!endpoint.methods.includes(request.method)) return plain('Method not allowed', 405)
  const form = await readForm(request)
  // Creates missing keys before the request takes its turn, since that takes a moment.
  await signingKeys(pool)
  return runAndSave(async () =>
    endpoint.answer({ ...oauthRequest, pool: requirePool(cognito.store, pool.id), form }),
  )
}

async function readForm(request: Request) {
  const type = request.headers.get('Content-Type') ?? ''
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
  return new URLSearchParams(isForm ? await request.text() : '')
}
