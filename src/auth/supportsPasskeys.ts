import type { Method } from './state.ts'

/** Returns whether this browser has WebAuthn. Without it the page offers no passkeys. */
export function supportsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/**
 * Filters out the methods that this browser cannot use. Returns all of them if none is left: the passkey page then
 * says why it cannot be used.
 *
 * @example
 * usableMethods(['PASSWORD', 'WEB_AUTHN']) // ['PASSWORD'] in a browser without WebAuthn
 */
export function usableMethods(methods: Method[]): Method[] {
  const usable = methods.filter((method) => method !== 'WEB_AUTHN' || supportsPasskeys())
  return usable.length > 0 ? usable : methods
}
