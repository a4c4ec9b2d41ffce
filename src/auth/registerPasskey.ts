import {
  startRegistration,
  WebAuthnError,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser'

/** `RegistrationResponseJSON`, as AWS types what it takes. */
type Registration = RegistrationResponseJSON & Record<string, never>

/** What came of asking. `cancelled` is also what browsers say of a time-out. */
export type PasskeyRegistrationResult =
  | { status: 'made'; credential: Registration }
  | { status: 'cancelled' }
  /** The authenticator has one for this account already. */
  | { status: 'duplicate' }
  /** The pool's relying party is another site: an operator's mistake, which is reported. */
  | { status: 'wrongSite' }

/**
 * Creates a passkey in the browser, which has to have WebAuthn (`supportsPasskeys`).
 *
 * @param options Cognito's CredentialCreationOptions, as they came.
 * @throws what is no answer of an authenticator, such as options that cannot be read.
 */
export async function registerPasskey(options: unknown): Promise<PasskeyRegistrationResult> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- AWS types it as any document; what it is, the browser checks
    const optionsJSON = options as Parameters<typeof startRegistration>[0]['optionsJSON']
    const credential = await startRegistration({ optionsJSON })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what AWS calls a document, which an interface is not
    return { status: 'made', credential: credential as Registration }
  } catch (error) {
    const cause = error instanceof WebAuthnError ? error.cause : error
    if (isNamed(cause, 'InvalidStateError')) return { status: 'duplicate' }
    if (isNamed(cause, 'NotAllowedError') || isNamed(cause, 'AbortError')) {
      return { status: 'cancelled' }
    }
    if (!isNamed(cause, 'SecurityError')) throw error
    reportError(error)
    return { status: 'wrongSite' }
  }
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
