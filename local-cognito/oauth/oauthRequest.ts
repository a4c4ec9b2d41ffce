import type { Cognito } from '#local-cognito/cognito.ts'
import type { Pool } from '#local-cognito/records.ts'

/** Parsed request to a pool's domain. */
export interface OAuthRequest {
  cognito: Cognito
  pool: Pool
  request: Request
  query: URLSearchParams
  /** Posted form; empty for any other body. */
  form: URLSearchParams
}
