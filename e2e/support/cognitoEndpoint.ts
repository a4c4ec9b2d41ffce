import process from 'node:process'
import { AwsClient } from 'aws4fetch'

/** Cognito endpoint that creates the user pools of the tests. */
export interface CognitoEndpoint {
  endpoint: string
  region: string
  /** The local Cognito has `/_local`, to read its messages and inject faults. */
  isLocal: boolean
  /** Signs a request as an administrator. */
  sign: (url: string, init: RequestInit) => Promise<Request>
}

/** Address of a deployed site to test, instead of one that is started here. */
const target = process.env['E2E_TARGET']

/** Relying party ID of the passkeys. https://www.w3.org/TR/webauthn-3/#relying-party-identifier */
export const relyingParty = target === undefined ? 'localhost' : new URL(target).hostname

/** Finds the Cognito endpoint of a site in its public `portal.config.json`. */
export async function findCognito(site: string): Promise<CognitoEndpoint> {
  const url = new URL('/portal.config.json', site)
  const config: unknown = await (await fetch(url)).json()
  const [region, endpoint] = [memberOf(config, 'region'), memberOf(config, 'endpoint')]
  if (target !== undefined) {
    if (region === undefined) throw new Error(`${url.href} names no region`)
    const sign = signWithCredentials(region)
    const cloud = `https://cognito-idp.${region}.amazonaws.com`
    return { endpoint: endpoint ?? cloud, region, isLocal: false, sign }
  }
  if (endpoint === undefined) throw new Error(`${url.href} names no local Cognito`)
  return { endpoint, region: region ?? '', isLocal: true, sign: signLocally }
}

function memberOf(config: unknown, name: string): string | undefined {
  if (typeof config !== 'object' || config === null || !('cognito' in config)) return undefined
  const found: unknown = Reflect.get(Object(config.cognito), name)
  return typeof found === 'string' ? found : undefined
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
function signWithCredentials(region: string): CognitoEndpoint['sign'] {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error(
      'E2E_TARGET needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to make user pools',
    )
  }
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    region,
    service: 'cognito-idp',
  })
  return async (url, init) => client.sign(url, init)
}

/** Adds a well-formed signature, which the local Cognito does not verify. */
async function signLocally(url: string, init: RequestInit): Promise<Request> {
  const request = new Request(url, init)
  request.headers.set(
    'authorization',
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/cognito-idp/aws4_request, ' +
      `SignedHeaders=host, Signature=${'0'.repeat(64)}`,
  )
  return request
}
