import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { requireToken } from './express.ts'
import { createGate, type Caller, type Gate } from './gate.ts'

type AuthenticatedRequest = IncomingMessage & { caller?: Caller }

/** Path to its required group and its response. */
const routes: Record<string, { group?: string; answer: (caller: Caller) => object }> = {
  '/api/me': {
    answer: ({ sub, username, groups, scope }) => ({
      user: sub,
      username,
      groups,
      scopes: scope.split(' '),
    }),
  },
  '/api/admin/members': {
    group: 'admins',
    answer: () => ({ members: ['ada@example.com', 'grace@example.com'] }),
  },
}

/**
 * Serves a small sample API from the dev and preview servers, which verifies tokens as a backend would.
 *
 * @param localCognito returns the local Cognito's origin; without one there is no sample API
 */
export function sampleApi(localCognito: () => string | undefined): Plugin {
  const gates = new Map<string, Promise<Gate>>()

  /** Returns the gate of the token's pool. A real backend has one pool; here tests create many. */
  function gateFor(endpoint: string, authorization: string | undefined): Promise<Gate> {
    const pool = poolIn(authorization, endpoint)
    const known = gates.get(endpoint + pool)
    if (known) return known
    const gate = openGate(endpoint, pool)
    gates.set(endpoint + pool, gate)
    gate.catch(() => gates.delete(endpoint + pool))
    return gate
  }

  function answer(
    request: AuthenticatedRequest,
    response: ServerResponse,
    next: Connect.NextFunction,
  ) {
    const endpoint = localCognito()
    const [path = ''] = (request.url ?? '').split('?')
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (endpoint === undefined || route === undefined) {
      next()
      return
    }
    response.setHeader('Cache-Control', 'no-store')
    if (request.method !== 'GET') {
      response.writeHead(405, { allow: 'GET' }).end()
      return
    }
    gateFor(endpoint, request.headers.authorization).then((gate) => {
      requireToken(gate, route.group)(request, response, (error) => {
        if (!request.caller) {
          next(error)
          return
        }
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify(route.answer(request.caller)))
      })
    }, next)
  }

  return {
    name: 'gatehouse:sample-api',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  }
}

/** Reads the pool ID from the unverified token; empty unless it is a pool of this local Cognito. */
function poolIn(authorization: string | undefined, endpoint: string): string {
  try {
    const { payload } = decomposeUnverifiedJwt(authorization?.replace(/^Bearer +/i, ''))
    const issuer = String(payload.iss)
    return issuer.startsWith(`${endpoint}/`) ? issuer.slice(endpoint.length + 1) : ''
  } catch {
    // No token, or an unreadable one: the gate answers with an error.
    return ''
  }
}

/** Opens a gate for the pool and its first client, or for the default pool. */
async function openGate(endpoint: string, pool: string): Promise<Gate> {
  const query = pool === '' ? '' : `?${new URLSearchParams({ pool }).toString()}`
  const answered = await fetch(`${endpoint}/_local/config${query}`)
  const config: unknown = await answered.json()
  const text = JSON.stringify(config)
  const read = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? ''
  return createGate({
    issuer: `${endpoint}/${read('userPoolId')}`,
    clientId: read('userPoolClientId'),
  })
}
