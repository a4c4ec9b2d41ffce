import { faultsRoute } from '#local-cognito/door/faultsRoute.ts'
import { mailboxPage } from '#local-cognito/door/mailboxPage.ts'
import { named, portalConfig } from '#local-cognito/door/portalConfig.ts'
import { messagesTo } from '#local-cognito/messages/outbox.ts'
import { json } from '#local-cognito/wire/wire.ts'
import type { Cognito } from './operation.ts'

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
