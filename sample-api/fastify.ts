import type { Caller, Gate } from './gate.ts'

// The parts of Fastify's request and reply that are used.
interface AuthenticatedRequest {
  headers: { authorization?: string | undefined }
  caller?: Caller
}
interface Reply {
  code: (status: number) => Reply
  headers: (values: Record<string, string>) => Reply
  send: (body: string) => unknown
}

/** Creates an `onRequest` hook for Fastify, which sets `request.caller`. */
export function requireToken(gate: Gate, group?: string) {
  return async (request: AuthenticatedRequest, reply: Reply): Promise<unknown> => {
    const verdict = await gate(request.headers.authorization, group)
    if ('status' in verdict) {
      return reply.code(verdict.status).headers(verdict.headers).send(verdict.body)
    }
    request.caller = verdict
    return undefined
  }
}
