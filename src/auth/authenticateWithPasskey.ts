import { startAuthentication, WebAuthnAbortService, WebAuthnError } from '@simplewebauthn/browser'
import type { PasskeyOptions } from './state.ts'
import { supportsPasskeys } from './supportsPasskeys.ts'

/** Result of a WebAuthn get. Browsers report `cancelled` also for a timeout and for a missing passkey. */
export type PasskeyAuthenticationResult =
  | { status: 'authenticated'; credential: string }
  | { status: 'cancelled' }
  | { status: 'unsupported' }
  /** The relying party of the pool is another site: a mistake of the operator, which is logged. */
  | { status: 'wrongSite' }

/**
 * Asks the browser for a passkey (`navigator.credentials.get`). A second call cancels the first.
 *
 * @param autofill offers the passkeys in the list under a field with `autocomplete="webauthn"`, and waits there.
 * @returns the credential as JSON text, or why there is none; browsers reveal no more, on purpose
 *   (https://www.w3.org/TR/webauthn-3/#sctn-assertion-privacy).
 * @throws any other error, for example for options that cannot be read.
 */
export async function authenticateWithPasskey(
  options: PasskeyOptions,
  { autofill = false } = {},
): Promise<PasskeyAuthenticationResult> {
  if (!supportsPasskeys()) return { status: 'unsupported' }
  try {
    const optionsJSON = options as Parameters<typeof startAuthentication>[0]['optionsJSON']
    const credential = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill })
    return { status: 'authenticated', credential: JSON.stringify(credential) }
  } catch (error) {
    const cause = error instanceof WebAuthnError ? error.cause : error
    if (isNamed(cause, 'NotAllowedError') || isNamed(cause, 'AbortError')) {
      return { status: 'cancelled' }
    }
    if (!isNamed(cause, 'SecurityError')) throw error
    reportError(error)
    return { status: 'wrongSite' }
  }
}

/** Cancels a WebAuthn get or create that is no longer needed. */
export function cancelPasskeyCeremony(): void {
  WebAuthnAbortService.cancelCeremony()
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
