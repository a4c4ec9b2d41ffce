import { fromBase64, fromUtf8 } from '#local-cognito/bytes.ts'
import type { Client } from '#local-cognito/records.ts'
import { OAuthError } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'

/**
 * Authenticates the client by a Basic header (RFC 6749, section 2.3.1) or the form. A client with a
 * secret has to send it; for others it is ignored.
 * @throws OAuthError
 */
export function authenticateClient(
  { cognito, pool, request, form }: OAuthRequest,
  status = 400,
): Client {
  const { id, secret } = credentials(request, form)
  const client = cognito.store.clients.get(id)
  const right = client?.settings.ClientSecret
  if (client?.poolId !== pool.id || (right !== undefined && right !== secret))
    throw new OAuthError('invalid_client', undefined, status)
  return client
}

function credentials(request: Request, form: URLSearchParams) {
  const [, basic] = /^Basic (\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? []
  const id = form.get('client_id')
  if (basic === undefined) {
    if (!id) throw new OAuthError('invalid_request')
    return { id, secret: form.get('client_secret') }
  }
  const bytes = fromBase64(basic)
  const [, user = '', secret = ''] = /^([^:]*):(.*)$/.exec(bytes ? fromUtf8(bytes) : '') ?? []
  if (id !== null && id !== user) throw new OAuthError('invalid_client')
  return { id: user, secret }
}
