import { startAuthentication, WebAuthnAbortService, WebAuthnError } from '@simplewebauthn/browser'
import type { PasskeyOptions } from './state.ts'
import { supportsPasskeys } from './supportsPasskeys.ts'

/** What came of asking. `cancelled` is also what browsers say of a time-out and of a passkey there is not. */
export type PasskeyAuthenticationResult =
  | { status: 'given'; credential: string }
  | { status: 'cancelled' }
  | { status: 'unsupported' }
  /** The pool's relying party is another site: an operator's mistake, which is reported. */
  | { status: 'wrongSite' }

/**
 * Asks the browser for a passkey. A second question puts an end to the first.
 *
 * @param autofill waits in the list of names under a field (`autocomplete="webauthn"`) until one is taken.
 * @returns what a person has to be told apart; browsers do not tell more, on purpose
 *   (https://www.w3.org/TR/webauthn-3/#sctn-assertion-privacy).
 * @throws what is no answer of an authenticator, such as options that cannot be read.
 */
export async function authenticateWithPasskey(
  options: PasskeyOptions,
  { autofill = false } = {},
): Promise<PasskeyAuthenticationResult> {
  if (!supportsPasskeys()) return { status: 'unsupported' }
  try {
    const optionsJSON = options as Parameters<typeof startAuthentication>[0]['optionsJSON']
    const credential = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill })
    return { status: 'given', credential: JSON.stringify(credential) }
  } catch (error) {
    const name = error instanceof WebAuthnError ? error.cause : error
    if (isNamed(name, 'NotAllowedError') || isNamed(name, 'AbortError'))
      return { status: 'cancelled' }
    if (!isNamed(name, 'SecurityError')) throw error
    reportError(error)
    return { status: 'wrongSite' }
  }
}

/** Puts an end to a question that nobody waits for any more. */
export function cancelPasskeyCeremony(): void {
  WebAuthnAbortService.cancelCeremony()
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
