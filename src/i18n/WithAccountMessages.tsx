import { use, type ReactNode } from 'react'
import { extendEnglish } from './translate.ts'

const loadAccountMessages = async () =>
  extendEnglish((await import('#i18n/en/account.ts')).accountMessages)

let loading: Promise<void> | undefined

/** Loads the account's English; suspends until it is there. */
export function WithAccountMessages({ children }: { children: ReactNode }) {
  loading ??= loadAccountMessages()
  // A failure may be tried again.
  loading.catch(() => {
    loading = undefined
  })
  use(loading)
  return children
}
