import type { Actions } from './actions.ts'
import { isTimeout, VaultError } from './vaultError.ts'
import { readException } from './exceptions.ts'

/** Cognito normally answers within a second. */
const timeoutMs = 10_000

/** Shorter, so that a retry after a lost response is within the client's grace period, which is 10 s. */
const rotationTimeoutMs = 4_000

/** Actions that answer with an empty body. */
const bodilessActions: ReadonlySet<keyof Actions> = new Set(['DeleteUser', 'ForgetDevice'])

/**
 * Calls one of Cognito's user-facing actions: awsJson 1.1 over `fetch`, without a signature and without retries.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 *
 * @throws VaultError with the code of Cognito's exception, or `network`, `timeout`, `serviceUnavailable`.
 */
export async function request<Action extends keyof Actions>(
  endpoint: string,
  action: Action,
  input: Actions[Action][0],
): Promise<Partial<Actions[Action][1]>> {
  const response = await send(endpoint, action, input)
  const text = await textOf(response)
  const body = text === '' && bodilessActions.has(action) ? {} : parse(text)
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
      // The tab may be closed right after the sign-out.
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

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text()
  } catch (cause) {
    throw transportError(cause)
  }
}

function transportError(cause: unknown): VaultError {
  return new VaultError({ code: isTimeout(cause) ? 'timeout' : 'network' }, undefined, { cause })
}

/** @returns undefined for anything else than a JSON object: a proxy's HTML page, a truncated response. */
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
  const rawType = response.headers.get('x-amzn-errortype') ?? body?.['__type']
  const type =
    typeof rawType === 'string' ? rawType.split(/[,:]/)[0]?.replace(/^.*#/, '') : undefined
  const requestId = response.headers.get('x-amzn-requestid') ?? undefined
  if (!type) {
    const code = response.status === 429 ? 'tooManyRequests' : 'serviceUnavailable'
    return new VaultError(requestId === undefined ? { code } : { code, requestId })
  }
  const rawMessage = body?.['message'] ?? body?.['Message']
  const message = typeof rawMessage === 'string' ? rawMessage : ''
  const exception = { operation, type, message, requestId }
  return new VaultError(readException(exception), exception)
}
