import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier'
import { FetchError, JwtBaseError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { JwtVerifier } from 'aws-jwt-verify'

export interface Pool {
  /** The `iss` claim of its tokens: https://cognito-idp.{region}.amazonaws.com/{userPoolId} */
  issuer: string
  clientId: string
}

/** The caller, from the access token. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export interface Caller {
  sub: string
  username: string
  scope: string
  groups: string[]
}

/** Error response (RFC 6750 section 3, RFC 9457). */
export interface ErrorResponse {
  status: 401 | 403 | 503
  headers: Record<string, string>
  body: string
}

/**
 * Creates a check for access tokens of one pool and client.
 *
 * @returns a function of the `Authorization` header and an optional required group, which resolves to the caller or
 * to the error response to send
 */
export function createGate({ issuer, clientId }: Pool) {
  const verifier = JwtVerifier.create(
    {
      issuer,
      audience: null,
      jwksUri: `${issuer}/.well-known/jwks.json`,
      customJwtCheck: ({ payload }) =>
        validateCognitoJwtFields(payload, { tokenUse: 'access', clientId }),
    },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: fetchKeys } }) },
  )

  return async (
    authorization: string | undefined,
    group?: string,
  ): Promise<Caller | ErrorResponse> => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
    if (token === undefined) return errorResponse(401, 'An access token is needed.', 'Bearer')
    try {
      const caller = callerOf(await verifier.verify(token))
      if (group === undefined || caller.groups.includes(group)) return caller
      return errorResponse(403, `Only members of the group ${group} may see this.`)
    } catch (error) {
      if (error instanceof FetchError)
        return errorResponse(503, 'The keys of the pool are out of reach.')
      if (!(error instanceof JwtBaseError)) throw error
      return errorResponse(401, 'The access token is not valid.', 'Bearer error="invalid_token"')
    }
  }
}

export type Gate = ReturnType<typeof createGate>

/** Replaces the verifier's own fetch, which refuses the plain HTTP of a local Cognito. */
async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const response = await fetch(uri, { signal: AbortSignal.timeout(5000) }).catch(
    (error: unknown) => {
      throw new FetchError(uri, String(error))
    },
  )
  if (!response.ok) throw new FetchError(uri, `it answered ${response.status}`)
  return response.arrayBuffer()
}

function callerOf(claims: Record<string, unknown>): Caller {
  const { sub, username, scope, 'cognito:groups': groups } = claims
  return {
    sub: String(sub),
    username: String(username),
    scope: String(scope),
    groups: Array.isArray(groups) ? groups.map(String) : [],
  }
}

const titles = { 401: 'Unauthorized', 403: 'Forbidden', 503: 'Service Unavailable' } as const

function errorResponse(
  status: ErrorResponse['status'],
  detail: string,
  challenge?: string,
): ErrorResponse {
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(challenge !== undefined && { 'www-authenticate': challenge }),
    },
    body: JSON.stringify({ title: titles[status], status, detail }),
  }
}
