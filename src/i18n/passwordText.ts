import type { Translate } from './translate.ts'

/** The words around a password that is being typed. */
export function passwordText(t: Translate) {
  return {
    show: t('password.show'),
    hide: t('password.hide'),
    shown: t('password.shown'),
    hidden: t('password.hidden'),
    capsLock: t('password.capsLock'),
  }
}
