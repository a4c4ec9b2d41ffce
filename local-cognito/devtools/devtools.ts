import type { Cognito } from '#local-cognito/cognito.ts'
import { jsonResponse } from '#local-cognito/http/responses.ts'
import { messagesTo } from '#local-cognito/messages/outbox.ts'
import type { Store } from '#local-cognito/store.ts'
import { faultsOf, removeFaults, injectFaults } from './faultInjection.ts'
import { mailboxPage } from './mailboxPage.ts'
import { parseFaults } from './parseFaults.ts'
import { findClient, portalConfig } from './portalConfig.ts'

/**
 * Everything under `/_local`: what people and tests need to know about a Cognito that is not real.
 * No part of Cognito's API.
 */
export async function devtools(request: Request, cognito: Cognito): Promise<Response> {
  const { pathname, searchParams, origin } = new URL(request.url)
  if (pathname === '/_local/faults') return faultsRoute(request, cognito.store)
  if (!/^(GET|HEAD)$/.test(request.method))
    return jsonResponse({ message: 'Method not allowed' }, 405)
  switch (pathname) {
    case '/_local':
    case '/_local/':
      return mailboxPage(cognito)
    case '/_local/messages':
      return jsonResponse(messagesTo(cognito.store, searchParams.get('to') ?? undefined))
    case '/_local/config': {
      const found = findClient(cognito.store, searchParams)
      if (typeof found === 'string') return jsonResponse({ message: found }, 404)
      return jsonResponse(portalConfig(found.pool, found.client, origin))
    }
    default:
      return jsonResponse({ message: 'Not found' }, 404)
  }
}

/** GET shows the faults, PUT teaches some, DELETE forgets all or those of `?client=ID`. */
async function faultsRoute(request: Request, store: Store): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return jsonResponse(faultsOf(store))
    case 'PUT':
      try {
        injectFaults(store, parseFaults(await request.json()))
        return jsonResponse(faultsOf(store))
      } catch (error) {
        // What is not JSON, or not a list of faults, is the sender's mistake; all else is ours.
        if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
        return jsonResponse({ message: error.message }, 400)
      }
    case 'DELETE':
      removeFaults(store, new URL(request.url).searchParams.get('client') ?? undefined)
      return jsonResponse(faultsOf(store))
    default:
      return jsonResponse({ message: 'Method not allowed' }, 405)
  }
}
