import type { Text } from './text.ts'

/** The words around a password that is being typed. */
export function passwordText(text: Text) {
  return {
    show: text('password.show'),
    hide: text('password.hide'),
    shown: text('password.shown'),
    hidden: text('password.hidden'),
    capsLock: text('password.capsLock'),
  }
}
