/** The pool that is asked, and on whose behalf. */
export interface Target {
  poolId: string
  clientId: string
  /** Address of Cognito, without a slash at the end. */
  endpoint: string
  /** Origin of the site: the questions are those of a browser there. */
  origin: string
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** An empty object if the answer is no JSON object. */
  body: Record<string, unknown>
  /** Name of the exception; undefined for an answer without one. */
  type: string | undefined
  message: string
}

/** No answer came: no such host, no connection, or none within 20 seconds. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** Above the longest answer of Cognito: three tries of a trigger, of 5 s each. */
const timeoutMs = 20_000

/** @throws Unreachable */
export async function request(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { redirect: 'manual', signal, ...init })
    const text = await response.text()
    const body = objectIn(text)
    const rawType = response.headers.get('x-amzn-errortype') ?? body['__type']
    // As Amplify reads it: `namespace#Type:link` has been seen.
    const type = typeof rawType === 'string' ? rawType.split(/[,:]/)[0]?.replace(/^.*#/, '') : ''
    const message = body['message'] ?? body['Message']
    return {
      status: response.status,
      headers: response.headers,
      text,
      body,
      type: type || undefined,
      message: typeof message === 'string' ? message : '',
    }
  } catch (cause) {
    // Of a failed connection, `fetch` keeps the reason in the cause.
    const { cause: reason = cause } = cause instanceof Error ? cause : {}
    const said = reason instanceof Error ? reason.message : String(cause)
    throw new Unreachable(`${new URL(url).origin} cannot be reached: ${said}`, { cause })
  }
}

/** Calls one of Cognito's actions as a page of the site does: without credentials. @throws Unreachable */
export const ask = async (target: Target, action: string, input: object): Promise<Answer> =>
  request(`${target.endpoint}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      origin: target.origin,
    },
    body: JSON.stringify(input),
  })

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** A member of an answer, or of an object in it. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (from, name) =>
      typeof from === 'object' && from !== null
        ? Object.entries(from).find(([key]) => key === name)?.[1]
        : undefined,
    value,
  )
}

export function textAt(value: unknown, ...path: string[]): string {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}

/** The answer in a few words, for an operator. */
export function inWords({ status, type, message, body, text }: Answer): string {
  const challenge = textAt(body, 'ChallengeName')
  if (type !== undefined) return `${type}${message === '' ? '' : `: ${message}`} (${status})`
  if (at(body, 'AuthenticationResult') !== undefined) return `tokens (${status})`
  if (challenge !== '') return `the challenge ${challenge} (${status})`
  const start = text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)
  return start === '' ? `${status} without a body` : `${status}: ${start}`
}

/**
 * What an answer says of client and network, whatever was asked; undefined for an ordinary answer.
 *
 * @returns the difference, and what to do about it.
 */
export function refusalOfAll(answer: Answer): [found: string, remedy: string] | undefined {
  const { status, type, message } = answer
  const found = `Cognito answers ${inWords(answer)}.`
  if (type === 'ResourceNotFoundException') {
    return [found, 'Check POOL and CLIENT: the client may be deleted, or belong to another region.']
  }
  if (/secret/i.test(message)) {
    return [
      found,
      'The app client has a secret, which a browser cannot keep and which cannot be removed: create another client without one (GenerateSecret: false).',
    ]
  }
  if (status === 202 || status === 403 || status === 405) {
    return [
      found,
      'A firewall refuses the request: look at the web ACL of the pool (AWS WAF). A CAPTCHA or challenge rule stops everyone, because the site cannot solve it.',
    ]
  }
  if (status === 429 || /TooManyRequests|Throttling/.test(type ?? '')) {
    return [found, 'Cognito is throttling the account. Run this again in a minute.']
  }
  if (status >= 500) {
    return [
      found,
      'The service has trouble: run this again later, and look at AWS Health. If it stays, look at the Lambda triggers of the pool.',
    ]
  }
  if (type === 'UnknownOperationException') {
    return [
      found,
      'This region, or the server at the endpoint, does not know the action. What needs it does not work there.',
    ]
  }
  return undefined
}
