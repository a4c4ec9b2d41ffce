import {
  browserSupportsWebAuthn,
  startAuthentication,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser'
import type { PasskeyOptions } from './state.ts'

/** What came of asking. `cancelled` is also what browsers say of a time-out and of a passkey there is not. */
export type Asked =
  | { is: 'given'; credential: string }
  | { is: 'cancelled' }
  | { is: 'unsupported' }

/**
 * Asks the browser for a passkey. A second question puts an end to the first.
 *
 * @returns what a person has to be told apart; browsers do not tell more, on purpose
 *   (https://www.w3.org/TR/webauthn-3/#sctn-assertion-privacy).
 * @throws what is no answer of an authenticator, such as options that cannot be read.
 */
export async function askAuthenticator(options: PasskeyOptions): Promise<Asked> {
  if (!browserSupportsWebAuthn()) return { is: 'unsupported' }
  try {
    const optionsJSON = options as Parameters<typeof startAuthentication>[0]['optionsJSON']
    return { is: 'given', credential: JSON.stringify(await startAuthentication({ optionsJSON })) }
  } catch (error) {
    const name = error instanceof WebAuthnError ? error.cause : error
    if (isNamed(name, 'NotAllowedError') || isNamed(name, 'AbortError')) return { is: 'cancelled' }
    throw error
  }
}

/** Puts an end to a question that nobody waits for any more. */
export function stopAsking(): void {
  WebAuthnAbortService.cancelCeremony()
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
