import { withStorage } from '#storage.ts'
import type { AuthState } from './state.ts'

/** Log of the vault's commands and states, for developers. */
export interface DebugLog {
  /** @param outcome `done`, or the code of the error. */
  command: (name: string, outcome: string, milliseconds: number) => void
  state: (state: AuthState) => void
}

/**
 * Creates the debug log: each command of the vault with its outcome and duration, and each state by its name. Add
 * `?debug` to the address, or set `localStorage.debug = '1'`, in development. Inputs and answers are not logged, so
 * no password, code or token can appear.
 *
 * @returns undefined where it is off, and always in a production build.
 */
export function createDebugLog(): DebugLog | undefined {
  if (!import.meta.env.DEV) return undefined
  const isEnabled =
    new URLSearchParams(window.location.search).has('debug') ||
    withStorage('localStorage', (storage) => storage.getItem('debug'))
  if (!isEnabled) return undefined
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
