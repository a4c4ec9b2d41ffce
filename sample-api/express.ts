import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller, Gate } from './gate.ts'

type AuthenticatedRequest = IncomingMessage & { caller?: Caller }

/** Creates middleware for Express and compatible servers, which sets `request.caller`. */
export function requireToken(gate: Gate, group?: string) {
  return (
    request: AuthenticatedRequest,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void => {
    gate(request.headers.authorization, group).then((verdict) => {
      if ('status' in verdict) {
        response.writeHead(verdict.status, verdict.headers).end(verdict.body)
        return
      }
      request.caller = verdict
      next()
    }, next)
  }
}
