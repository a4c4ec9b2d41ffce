import type { Actions } from './actions.ts'
import { isTimeout, VaultError } from './vaultError.ts'
import { readException } from './exceptions.ts'

/** Cognito answers within a second; a person stops believing in a button long before this. */
const timeoutMs = 10_000

/** A rotation whose answer is lost has to be asked for again within the client's grace, which is 10 s. */
const rotationTimeoutMs = 4_000

/** Those that answer 200 and nothing else. */
const bodiless: ReadonlySet<keyof Actions> = new Set(['DeleteUser', 'ForgetDevice'])

/**
 * Calls one of Cognito's user-facing actions: awsJson 1.1 over `fetch`, unsigned, never retried here.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 *
 * @throws VaultError with the exception's code, or `network`, `timeout`, `serviceUnavailable`.
 */
export async function request<Action extends keyof Actions>(
  endpoint: string,
  action: Action,
  input: Actions[Action][0],
): Promise<Partial<Actions[Action][1]>> {
  const response = await send(endpoint, action, input)
  const words = await text(response)
  const body = words === '' && bodiless.has(action) ? {} : parse(words)
  if (!response.ok) throw refusal(action, response, body)
  if (body === undefined) {
    throw new VaultError({ code: 'serviceUnavailable' }, undefined, {
      cause: new Error(`${action} answered ${response.status} with something that is not JSON`),
    })
  }
  return body
}

async function send(endpoint: string, action: string, input: unknown): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      },
      body: JSON.stringify(input),
      // A person may close the tab the moment they have signed out.
      keepalive: action === 'RevokeToken',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(
        action === 'GetTokensFromRefreshToken' ? rotationTimeoutMs : timeoutMs,
      ),
    })
  } catch (cause) {
    throw transportError(cause)
  }
}

async function text(response: Response): Promise<string> {
  try {
    return await response.text()
  } catch (cause) {
    throw transportError(cause)
  }
}

function transportError(cause: unknown): VaultError {
  return new VaultError({ code: isTimeout(cause) ? 'timeout' : 'network' }, undefined, { cause })
}

/** @returns the JSON object, or undefined for anything else: an HTML page of a proxy, half an answer. */
function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function refusal(
  operation: string,
  response: Response,
  body: Record<string, unknown> | undefined,
): VaultError {
  const named = response.headers.get('x-amzn-errortype') ?? body?.['__type']
  const type = typeof named === 'string' ? named.split(/[,:]/)[0]?.replace(/^.*#/, '') : undefined
  const requestId = response.headers.get('x-amzn-requestid') ?? undefined
  if (!type) {
    const code = response.status === 429 ? 'tooManyRequests' : 'serviceUnavailable'
    return new VaultError(requestId === undefined ? { code } : { code, requestId })
  }
  const words = body?.['message'] ?? body?.['Message']
  const message = typeof words === 'string' ? words : ''
  const exception = { operation, type, message, requestId }
  return new VaultError(readException(exception), exception)
}
