import type { Cognito } from '#local-cognito/cognito.ts'
import { json } from '#local-cognito/http/responses.ts'
import { messagesTo } from '#local-cognito/messages/outbox.ts'
import type { Store } from '#local-cognito/store.ts'
import { faultsOf, forgetFaults, teachFaults } from './faultInjection.ts'
import { mailboxPage } from './mailboxPage.ts'
import { readFaults } from './parseFaults.ts'
import { named, portalConfig } from './portalConfig.ts'

/**
 * Everything under `/_local`: what people and tests need to know about a Cognito that is not real.
 * No part of Cognito's API.
 */
export async function door(request: Request, cognito: Cognito): Promise<Response> {
  const { pathname, searchParams, origin } = new URL(request.url)
  if (pathname === '/_local/faults') return faultsRoute(request, cognito.store)
  if (!/^(GET|HEAD)$/.test(request.method)) return json({ message: 'Method not allowed' }, 405)
  switch (pathname) {
    case '/_local':
    case '/_local/':
      return mailboxPage(cognito)
    case '/_local/messages':
      return json(messagesTo(cognito.store, searchParams.get('to') ?? undefined))
    case '/_local/config': {
      const found = named(cognito.store, searchParams)
      if (typeof found === 'string') return json({ message: found }, 404)
      return json(portalConfig(found.pool, found.client, origin))
    }
    default:
      return json({ message: 'Not found' }, 404)
  }
}

/** GET shows the faults, PUT teaches some, DELETE forgets all or those of `?client=ID`. */
async function faultsRoute(request: Request, store: Store): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return json(faultsOf(store))
    case 'PUT':
      try {
        teachFaults(store, readFaults(await request.json()))
        return json(faultsOf(store))
      } catch (error) {
        // What is not JSON, or not a list of faults, is the sender's mistake; all else is ours.
        if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
        return json({ message: error.message }, 400)
      }
    case 'DELETE':
      forgetFaults(store, new URL(request.url).searchParams.get('client') ?? undefined)
      return json(faultsOf(store))
    default:
      return json({ message: 'Method not allowed' }, 405)
  }
}
