import type { Method } from './state.ts'

/** Whether this browser has WebAuthn at all. Where it has not, no passkey is offered. */
export function supportsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

/** The methods that this browser can answer. With nothing else to choose, a passkey stays: its page says why not. */
export function usableMethods(methods: Method[]): Method[] {
  const usable = methods.filter((method) => method !== 'WEB_AUTHN' || supportsPasskeys())
  return usable.length > 0 ? usable : methods
}
