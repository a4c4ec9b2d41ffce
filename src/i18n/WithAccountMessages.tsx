import { use, useMemo, type ReactNode } from 'react'
import { withAccountMessages } from './accountMessages.ts'
import { useLocale, I18nContext } from './I18nProvider.tsx'

/** Everything below may also say what only people see who are signed in. Suspends until it can. */
export function WithAccountMessages({ children }: { children: ReactNode }) {
  const words = useLocale()
  const t = use(withAccountMessages(words.locale, words.t))
  const more = useMemo(() => ({ ...words, t }), [words, t])
  return <I18nContext value={more}>{children}</I18nContext>
}
