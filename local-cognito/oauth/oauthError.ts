import { clientJson } from './responses.ts'

/** RFC 6749, sections 4.1.2.1 and 5.2; RFC 7009, section 2.2.1; OpenID Connect Core, section 3.1.2.6. */
type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'login_required'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_token_type'

/** Error in OAuth's terms, as opposed to those of Cognito's API. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: OAuthErrorCode
  readonly description: string | undefined
  readonly status: number

  constructor(code: OAuthErrorCode, description?: string, status = 400) {
    super(description ?? code)
    this.code = code
    this.description = description
    this.status = status
  }
}

/** Turns an OAuthError into the JSON answer of an endpoint. Most lack a description, as on AWS. */
export async function withOAuthErrors(job: () => Promise<Response>) {
  try {
    return await job()
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    const { code, description, status } = error
    const body = {
      error: code,
      ...(description !== undefined && { error_description: description }),
    }
    return clientJson(body, status)
  }
}
