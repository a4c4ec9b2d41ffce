/**
 * What a stranger who types somebody's address may learn: nothing. The one place that decides it, for
 * sign-up, confirmation and recovery alike.
 * https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#authentication-and-error-messages
 */
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { CodeDelivery } from '#vault/protocol/challenges.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** Refusals that would be the same for every address. All others are about the account behind it. */
const neutralCodes: ReadonlySet<AuthErrorCode> = new Set([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
  'blocked',
  'misconfigured',
  'invalidInput',
  'passwordTooWeak',
  'passwordUsedBefore',
  'unexpected',
])

function revealsAccount(error: unknown): boolean {
  return error instanceof VaultError && !neutralCodes.has(error.data.code)
}

/**
 * Cognito's own mask (`a***@e***`), for the cases in which it did not answer and the person must not
 * be able to tell that from the cases in which it did.
 */
export function maskedDelivery(username: string): CodeDelivery | undefined {
  const [local, domain] = username.split('@')
  if (!local?.[0] || !domain?.[0]) return undefined
  return { destination: `${local[0]}***@${domain[0]}***`, medium: 'EMAIL' }
}

/** Sends a code, or seems to. */
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

/** Tries a code. A refusal that would tell something is that of a wrong code. */
export async function tryConcealed<Result>(pending: () => Promise<Result>): Promise<Result> {
  try {
    return await pending()
  } catch (cause) {
    if (!revealsAccount(cause)) throw cause
    throw new VaultError({ code: 'codeMismatch' }, undefined, { cause })
  }
}

/** Cognito sends five codes an hour, to those who exist. Counted here, the sixth is refused to all. */
const codesPerHour = 5

/**
 * Counts the codes asked for, by address.
 * @returns what throws `limitExceeded` instead of counting further.
 */
export function createSendLimit(): (username: string) => void {
  const sends = new Map<string, number[]>()
  return (username) => {
    const hourAgo = Date.now() - 3_600_000
    const recent = (sends.get(username) ?? []).filter((time) => time > hourAgo)
    if (recent.length >= codesPerHour) throw new VaultError({ code: 'limitExceeded' })
    sends.set(username, [...recent, Date.now()])
  }
}
