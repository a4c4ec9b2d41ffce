import type { Caller, Gate } from './gate.ts'

// The part of Fastify's request and reply that is used.
interface Asked {
  headers: { authorization?: string | undefined }
  caller?: Caller
}
interface Reply {
  code: (status: number) => Reply
  headers: (values: Record<string, string>) => Reply
  send: (body: string) => unknown
}

/** An `onRequest` hook of Fastify: `request.caller` is who asks. */
export function requireToken(gate: Gate, group?: string) {
  return async (request: Asked, reply: Reply): Promise<unknown> => {
    const verdict = await gate(request.headers.authorization, group)
    if ('status' in verdict) {
      return reply.code(verdict.status).headers(verdict.headers).send(verdict.body)
    }
    request.caller = verdict
    return undefined
  }
}
