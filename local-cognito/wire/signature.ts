import { CognitoError } from '#local-cognito/errors.ts'

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
