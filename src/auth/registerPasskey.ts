import {
  startRegistration,
  WebAuthnError,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser'

/** `RegistrationResponseJSON`, assignable to the document type that AWS has for it. */
export type Registration = RegistrationResponseJSON & Record<string, never>

/** Result of a WebAuthn create. Browsers report `cancelled` also for a timeout. */
export type PasskeyRegistrationResult =
  | { status: 'registered'; credential: Registration }
  | { status: 'cancelled' }
  /** The authenticator has a passkey for this account already. */
  | { status: 'duplicate' }
  /** The relying party of the pool is another site: a mistake of the operator, which is logged. */
  | { status: 'wrongSite' }

/**
 * Creates a passkey (`navigator.credentials.create`). The browser must have WebAuthn; see `supportsPasskeys`.
 *
 * @param options CredentialCreationOptions of StartWebAuthnRegistration.
 * @returns the credential for CompleteWebAuthnRegistration, or why there is none.
 * @throws any other error, for example for options that cannot be read.
 */
export async function registerPasskey(options: unknown): Promise<PasskeyRegistrationResult> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- AWS types it as any document; the browser checks it
    const optionsJSON = options as Parameters<typeof startRegistration>[0]['optionsJSON']
    const credential = await startRegistration({ optionsJSON })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- AWS takes a document, which an interface is not assignable to
    return { status: 'registered', credential: credential as Registration }
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
