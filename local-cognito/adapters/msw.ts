import { http, type HttpHandler } from 'msw'
import type { LocalCognito } from '#local-cognito/index.ts'

/**
 * Makes MSW handlers that answer every request below `origin` from the local Cognito.
 * @param origin where the client believes Cognito to be, without a slash at the end
 * @example
 * ```ts
 * const cognito = createCognito()
 * const server = setupServer(...cognitoHandlers(cognito, 'https://cognito.test'))
 * server.listen()
 * ```
 */
export const cognitoHandlers = (cognito: LocalCognito, origin: string): HttpHandler[] => [
  http.all(`${origin}/*`, ({ request }) => cognito.handle(request)),
]
