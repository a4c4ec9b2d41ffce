import { formatList } from './format.ts'
import { passwordText } from './passwordText.ts'
import type { Translate } from './translate.ts'

/** The words around a password that is being chosen, under a policy of `minimumLength`. */
export function newPasswordText(t: Translate, { minimumLength }: { minimumLength: number }) {
  return {
    ...passwordText(t),
    title: t('password.rules'),
    met: t('password.met'),
    unmet: t('password.unmet'),
    allMet: t('password.allMet'),
    needed: (rules: string[]) => t('password.needed', { rules: formatList(t, rules) }),
    rules: {
      length: t('password.length', { count: minimumLength }),
      lowercase: t('password.lowercase'),
      uppercase: t('password.uppercase'),
      number: t('password.number'),
      symbol: t('password.symbol'),
    },
  }
}
