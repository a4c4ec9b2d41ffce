import { CognitoError } from '#local-cognito/errors.ts'
import type { RequestSource } from '#local-cognito/signInRecords.ts'
import { describeAgent } from './userAgent.ts'

/** The node adapter listens here alone, and under MSW there is no network at all. */
const THIS_MACHINE = '127.0.0.1'

/** Anybody may send the header: nobody here has an address that could be lied about. */
export function sourceOf({ headers }: Request): RequestSource {
  const [first = ''] = (headers.get('X-Forwarded-For') ?? '').split(',')
  const address = first.trim()
  return {
    address: isAddress(address) ? address : THIS_MACHINE,
    device: describeAgent(headers.get('User-Agent') ?? ''),
  }
}

const isAddress = (text: string) =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':'))

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

const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=[^/,\s]+\/\d{8}\/[a-z0-9-]+\/[a-z-]+\/aws4_request,\s*SignedHeaders=[^,\s]+,\s*Signature=[0-9a-f]{64}$/

/**
 * Any well-formed signature will do: the local Cognito knows no AWS account, so it has no key
 * to check it with. AWS checks it.
 * @throws CognitoError when there is none, or it is not Signature Version 4
 */
export function checkSignature(request: Request) {
  const header = request.headers.get('Authorization')
  if (!header)
    throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  if (SIGV4.test(header)) return
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter(
    (parameter) => !header.includes(`${parameter}=`),
  )
  const complaints = missing.map(
    (parameter) => `Authorization header requires '${parameter}' parameter.`,
  )
  throw new CognitoError(
    'IncompleteSignatureException',
    [...complaints, `Authorization=${header}`].join(' '),
  )
}
