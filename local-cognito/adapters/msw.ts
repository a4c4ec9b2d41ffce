import { http, type HttpHandler } from 'msw'
import type { LocalCognito } from '#local-cognito/index.ts'

/** MSW handlers that bring every request below `origin` to the local Cognito. */
export const cognitoHandlers = (cognito: LocalCognito, origin: string): HttpHandler[] => [
  http.all(`${origin}/*`, ({ request }) => cognito.handle(request)),
]
