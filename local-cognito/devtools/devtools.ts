import { checkAssumptions, resetAssumptions } from '#local-cognito/assumptions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { jsonResponse } from '#local-cognito/http/responses.ts'
import { messagesTo } from '#local-cognito/messages/outbox.ts'
import type { Store } from '#local-cognito/store.ts'
import { faultsOf, injectFaults, removeFaults } from './faultInjection.ts'
import { mailboxPage } from './mailboxPage.ts'
import { parseFaults } from './parseFaults.ts'
import { findClient, portalConfig } from './portalConfig.ts'

/**
 * Headers of every answer. The pages have codes and passwords in them: a website that is open in
 * the same browser may neither read nor embed them. Browsers refuse it the reading as long as no
 * `Access-Control-Allow-Origin` allows it.
 */
const PRIVATE = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

const json = (body: object, status?: number) => jsonResponse(body, status, PRIVATE)

/**
 * Answers everything under `/_local`: what developers and tests need to see of a local Cognito. Not
 * part of Cognito's API.
 * Routes:
 * - `GET /_local`: page with the mailbox, the users and the seeded accounts
 * - `GET /_local/messages?to=ADDRESS`: sent messages as JSON, newest first; `to` is optional
 * - `GET /_local/config?pool=ID&client=ID`: `portal.config.json` for a pool and client; both
 *   optional
 * - `GET`, `PUT`, `DELETE /_local/faults?client=ID`: fault injection, see `Fault`
 * - `GET`, `PUT`, `DELETE /_local/assumptions`: answers to open questions about AWS, see
 *   `ASSUMPTIONS`
 * @example
 * ```ts
 * const sent = await fetch(`${origin}/_local/messages?to=ada@example.com`)
 * const [{ code }] = await sent.json()
 * ```
 */
export async function devtools(request: Request, cognito: Cognito): Promise<Response> {
  const { pathname, searchParams, origin } = new URL(request.url)
  if (pathname === '/_local/faults') return faultsRoute(request, cognito.store)
  if (pathname === '/_local/assumptions') return assumptionsRoute(request, cognito)
  if (!/^(GET|HEAD)$/.test(request.method)) return json({ message: 'Method not allowed' }, 405)
  switch (pathname) {
    case '/_local':
    case '/_local/':
      return mailboxPage(cognito, PRIVATE)
    case '/_local/messages':
      return json(messagesTo(cognito.store, searchParams.get('to') ?? undefined))
    case '/_local/config': {
      const found = findClient(cognito.store, searchParams)
      if (typeof found === 'string') return json({ message: found }, 404)
      return json(portalConfig(found.pool, found.client, origin))
    }
    default:
      return json({ message: 'Not found' }, 404)
  }
}

/** GET lists the faults, PUT adds some, DELETE removes all or those of `?client=ID`. */
async function faultsRoute(request: Request, store: Store): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return json(faultsOf(store))
    case 'PUT':
      return withBody(request, (body) => {
        injectFaults(store, parseFaults(body))
        return faultsOf(store)
      })
    case 'DELETE':
      removeFaults(store, new URL(request.url).searchParams.get('client') ?? undefined)
      return json(faultsOf(store))
    default:
      return json({ message: 'Method not allowed' }, 405)
  }
}

/** GET shows the answers, PUT changes some, DELETE returns to the defaults. */
async function assumptionsRoute(request: Request, { assumptions }: Cognito): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return json(assumptions)
    case 'PUT':
      return withBody(request, (body) => {
        checkAssumptions(body)
        return Object.assign(assumptions, body)
      })
    case 'DELETE':
      resetAssumptions(assumptions)
      return json(assumptions)
    default:
      return json({ message: 'Method not allowed' }, 405)
  }
}

/** Applies a JSON body, and answers with what `apply` returns; 400 where it refuses the body. */
async function withBody(request: Request, apply: (body: unknown) => object): Promise<Response> {
  try {
    return json(apply(await request.json()))
  } catch (error) {
    // Invalid JSON or an invalid member is the sender's mistake; other errors are our own.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    return json({ message: error.message }, 400)
  }
}
