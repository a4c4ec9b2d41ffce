import { formatList } from './format.ts'
import { passwordText } from './passwordText.ts'
import type { Text } from './text.ts'

/** The words around a password that is being chosen, under a policy of `minimumLength`. */
export function newPasswordText(text: Text, { minimumLength }: { minimumLength: number }) {
  return {
    ...passwordText(text),
    title: text('password.rules'),
    met: text('password.met'),
    unmet: text('password.unmet'),
    allMet: text('password.allMet'),
    needed: (rules: string[]) => text('password.needed', { rules: formatList(text, rules) }),
    rules: {
      length: text('password.length', { count: minimumLength }),
      lowercase: text('password.lowercase'),
      uppercase: text('password.uppercase'),
      number: text('password.number'),
      symbol: text('password.symbol'),
    },
  }
}
