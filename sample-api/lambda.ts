import type { Caller, Gate } from './gate.ts'

// The parts of an event of API Gateway (payload format 2.0) or of a function URL that are used.
interface Event {
  headers: Record<string, string | undefined>
}
interface Answer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Creates a Lambda handler that verifies the token. API Gateway passes header names in lower case. */
export function withToken(gate: Gate, answer: (caller: Caller) => Promise<object>, group?: string) {
  return async ({ headers }: Event): Promise<Answer> => {
    const verdict = await gate(headers['authorization'], group)
    if ('status' in verdict) {
      return { statusCode: verdict.status, headers: verdict.headers, body: verdict.body }
    }
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(await answer(verdict)),
    }
  }
}
