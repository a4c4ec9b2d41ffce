/**
 * Prevents user enumeration: sign-up, confirmation and recovery answer the same whether the account exists or not.
 * https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#authentication-and-error-messages
 */
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { CodeDelivery } from '#vault/protocol/challenges.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** Refusals that any address would get. All others say something about the account. */
const neutralCodes: ReadonlySet<AuthErrorCode> = new Set([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
  'blocked',
  'misconfigured',
  'invalidInput',
  'passwordTooWeak',
  'passwordCompromised',
  'passwordUsedBefore',
  'unexpected',
  // After a lost answer, whatever the refusal was.
  'mayHaveWorked',
])

function revealsAccount(error: unknown): boolean {
  return error instanceof VaultError && !neutralCodes.has(error.data.code)
}

/** Masks an email address as Cognito does (`a***@e***`), for a code that was not sent. */
export function maskedDelivery(username: string): CodeDelivery | undefined {
  const [local, domain] = username.split('@')
  if (!local?.[0] || !domain?.[0]) return undefined
  return { destination: `${local[0]}***@${domain[0]}***`, medium: 'EMAIL' }
}

/** Sends a code. A refusal that reveals something about the account looks like a code that was sent. */
export async function sendConcealed(
  username: string,
  send: () => Promise<CodeDelivery | undefined>,
): Promise<CodeDelivery | undefined> {
  try {
    return (await send()) ?? maskedDelivery(username)
  } catch (error) {
    if (revealsAccount(error)) return maskedDelivery(username)
    throw error
  }
}

/** Submits a code. A refusal that reveals something about the account looks like a wrong code. */
export async function tryConcealed<Result>(submit: () => Promise<Result>): Promise<Result> {
  try {
    return await submit()
  } catch (cause) {
    if (!revealsAccount(cause)) throw cause
    throw new VaultError({ code: 'codeMismatch' }, undefined, { cause })
  }
}

/** Cognito's limit for an existing user. It is counted here too, so that it is the same for all addresses. */
const codesPerHour = 5

/** Sends a code to a user. @throws VaultError `limitExceeded` for one too many, and what `send` throws. */
export type SendLimited = <Result>(username: string, send: () => Promise<Result>) => Promise<Result>

/**
 * Makes a function that counts the codes sent to each user. A refusal that any address would get, and a request that
 * did not reach Cognito, are not counted there, so they are not counted here.
 */
export function createSendLimit(): SendLimited {
  const sendTimes = new Map<string, number[]>()
  return async (username, send) => {
    const hourAgo = Date.now() - 3_600_000
    const recent = (sendTimes.get(username) ?? []).filter((time) => time > hourAgo)
    if (recent.length >= codesPerHour) throw new VaultError({ code: 'limitExceeded' })
    const count = () => sendTimes.set(username, [...recent, Date.now()])
    try {
      const result = await send()
      count()
      return result
    } catch (error) {
      if (revealsAccount(error)) count()
      throw error
    }
  }
}
