import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller, Gate } from './gate.ts'

type Asked = IncomingMessage & { caller?: Caller }

/** Middleware of Express, and of everything like it: `request.caller` is who asks. */
export function requireToken(gate: Gate, group?: string) {
  return (request: Asked, response: ServerResponse, next: (error?: unknown) => void): void => {
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
