import { CognitoError } from '#local-cognito/errors.ts'

/**
 * The body of a request as a JSON object, with everything that is null left out.
 * @throws CognitoError `SerializationException`
 */
export async function readInput(request: Request): Promise<object> {
  const text = await request.text()
  try {
    const input: unknown = JSON.parse(text || '{}', withoutNulls)
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CognitoError('SerializationException', 'The request body is not a JSON object.')
}

/** A member that is null is one left out: amazon-cognito-identity-js sends such, and AWS takes it. */
function withoutNulls(_: string, value: unknown): unknown {
  // By now the nulls in it are holes.
  if (Array.isArray(value)) return value.filter((item: unknown) => item !== undefined)
  return value ?? undefined
}
