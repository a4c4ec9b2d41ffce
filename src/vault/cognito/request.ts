import type { Actions } from './actions.ts'
import { isAnswerOf } from './answerShapes.ts'
import { transportError, VaultError } from './vaultError.ts'
import { readException } from './exceptions.ts'
import { unmodelledCode } from './unmodelledCode.ts'

/**
 * Cognito normally answers within a second, but a Lambda trigger may take 5 s and is tried three times, and a sign-up
 * runs three triggers in a row.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
const timeoutMs = 30_000

/** Shorter for reads, which run no trigger: their pages tell within 12 s that they have failed. */
const readTimeoutMs = 10_000

const reads: ReadonlySet<keyof Actions> = new Set([
  'GetDevice',
  'GetUser',
  'GetUserAuthFactors',
  'ListDevices',
  'ListUserSessions',
  'ListWebAuthnCredentials',
])

/** Longer, because a rotation is not given up while it may still succeed; see `renewTokens.ts`. */
export const rotationTimeoutMs = 60_000

/**
 * Actions to which an empty body is no answer: their output has a required member in AWS's model, or is what the
 * action is for. For all others, status 200 says that it is done. A test reads the model.
 */
const answersNeeded: ReadonlySet<keyof Actions> = new Set([
  'AssociateSoftwareToken',
  'GetDevice',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GetUserAuthFactors',
  'InitiateAuth',
  'ListWebAuthnCredentials',
  'RespondToAuthChallenge',
  'SignUp',
  'StartWebAuthnRegistration',
])

/** For the test that reads AWS's model. */
export const mayAnswerEmpty = (action: keyof Actions): boolean => !answersNeeded.has(action)

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
  const body = text === '' && mayAnswerEmpty(action) ? {} : parse(text)
  // Cognito answers 200; another success is not its own.
  if (response.status !== 200) throw refusal(action, response, body)
  if (body === undefined) {
    throw new VaultError({ code: 'serviceUnavailable' }, undefined, {
      cause: new Error(`${action} answered ${response.status} with something that is not JSON`),
    })
  }
  if (!isAnswerOf(action, body)) {
    throw new VaultError({ code: 'unexpected' }, undefined, {
      cause: new Error(`${action} answered without what its answer has`),
    })
  }
  return body
}

function timeoutOf(action: keyof Actions): number {
  if (action === 'GetTokensFromRefreshToken') return rotationTimeoutMs
  return reads.has(action) ? readTimeoutMs : timeoutMs
}

async function send(endpoint: string, action: keyof Actions, input: unknown): Promise<Response> {
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
      signal: AbortSignal.timeout(timeoutOf(action)),
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

/** @returns undefined for anything else than a JSON object: a proxy's HTML page, a truncated response. */
function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    // A SyntaxError: nothing else is thrown here.
    return undefined
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
    const code = unmodelledCode(response.status)
    return new VaultError(requestId === undefined ? { code } : { code, requestId })
  }
  const rawMessage = body?.['message'] ?? body?.['Message']
  const message = typeof rawMessage === 'string' ? rawMessage : ''
  const exception = { operation, type, message, requestId }
  return new VaultError(readException(exception, response.status), exception)
}
