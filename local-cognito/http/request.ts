import { CognitoError } from '#local-cognito/errors.ts'
import type { RequestSource } from '#local-cognito/signInRecords.ts'
import { isThisMachine } from './thisMachine.ts'
import { describeAgent } from './userAgent.ts'

/** The node adapter listens on this address only, and MSW has no network. */
const THIS_MACHINE = '127.0.0.1'

/** Trusts X-Forwarded-For: no client here has an address of any value to protect. */
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
 * Reads the body as a JSON object, without members that are null.
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

/** null means absent: amazon-cognito-identity-js sends it, and AWS accepts it. */
function withoutNulls(_: string, value: unknown): unknown {
  // `JSON.parse` has already turned the nulls of the list into holes.
  if (Array.isArray(value)) return value.filter((item: unknown) => item !== undefined)
  return value ?? undefined
}

const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/[a-z-]+\/aws4_request,\s*SignedHeaders=[^,\s]+,\s*Signature=[0-9a-f]{64}$/

/** Reads the region from the scope of a signature; one server stands for all regions. */
export const regionOf = ({ headers }: Request) =>
  SIGV4.exec(headers.get('Authorization') ?? '')?.[1] ?? 'us-east-1'

/**
 * Accepts any well-formed signature: the local Cognito has no AWS account, hence no key to verify
 * one. Without one, only the origin tells a developer's own pages from any other website that is
 * open in the same browser, which AWS would refuse for its lack of a valid key.
 * @throws CognitoError when the signature is missing or is not Signature Version 4, and for pages
 *   of other sites
 */
export function checkSignature(request: Request) {
  const origin = request.headers.get('Origin')
  if (origin !== null && !isOwnPage(origin, request.url))
    throw new CognitoError(
      'UnrecognizedClientException',
      `The local Cognito answers signed requests of pages on localhost only, not of ${origin}.`,
    )
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

/** The origin of a sandboxed frame or a file is the text `null`. */
const isOwnPage = (origin: string, address: string) =>
  origin === new URL(address).origin ||
  (URL.canParse(origin) && isThisMachine(new URL(origin).hostname))
