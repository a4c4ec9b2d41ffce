import { formatList } from './format.ts'
import type { Text } from './useText.ts'

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

/** The words around a password that is being chosen, under a policy of `minimumLength`. */
export function newPasswordText(text: Text, { minimumLength }: { minimumLength: number }) {
  return {
    ...passwordText(text),
    title: text('password.rules'),
    met: text('password.met'),
    unmet: text('password.unmet'),
    allMet: text('password.allMet'),
    needed: (rules: string[]) => text('password.needed', { rules: formatList(rules) }),
    rules: {
      length: text('password.length', { count: minimumLength }),
      lowercase: text('password.lowercase'),
      uppercase: text('password.uppercase'),
      number: text('password.number'),
      symbol: text('password.symbol'),
    },
  }
}
