import type { Cognito } from './operation.ts'
import { messagesTo } from './outbox.ts'
import { json } from './wire.ts'

/** Everything under `/_local`: for people and tests, never part of Cognito. */
export async function door(request: Request, cognito: Cognito): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/_local/messages')
    return json(messagesTo(cognito.store, searchParams.get('to') ?? undefined))
  return json({ message: 'Not found' }, 404)
}
