import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool } from '#local-cognito/records.ts'

/** A request to one pool's domain, read. */
export interface OAuthRequest {
  cognito: Cognito
  pool: Pool
  request: Request
  query: URLSearchParams
  /** What a form or a client posted; nothing, where it was no form. */
  form: URLSearchParams
}
