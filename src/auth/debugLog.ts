import { withStorage } from '#storage.ts'
import type { AuthState } from './state.ts'

/** Logs a line about the vault. */
export interface DebugLog {
  command: (name: string, outcome: string, milliseconds: number) => void
  state: (state: AuthState) => void
}

/**
 * Makes the debug log of development: the vault's commands with outcome and duration, and each state by its
 * name. It is on with `?debug` in the address, or after `localStorage.debug = '1'`.
 * Inputs and answers are not logged, so neither a password nor a token can appear.
 *
 * @returns undefined in production and where it is off.
 */
export function createDebugLog(): DebugLog | undefined {
  if (!import.meta.env.DEV) return undefined
  const isAsked =
    new URLSearchParams(window.location.search).has('debug') ||
    withStorage('localStorage', (storage) => storage.getItem('debug'))
  if (!isAsked) return undefined
  return {
    command(name, outcome, milliseconds) {
      console.debug(`[vault] ${name}: ${outcome} (${Math.round(milliseconds)} ms)`)
    },
    state(state) {
      const detail = state.status === 'challenge' ? ` ${state.challenge.kind}` : ''
      console.debug(`[vault] state: ${state.status}${detail}`)
    },
  }
}
