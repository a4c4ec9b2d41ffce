import {
  createContext,
  startTransition,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { isRightToLeft, type AnyLocale } from './locales.ts'
import { loadTranslate, type Overrides } from './loadTranslate.ts'
import { createTranslate, type Translate } from './translate.ts'

/** A language as it is spoken here, and the way to another. */
interface I18n {
  locale: AnyLocale
  t: Translate
  setLocale: (locale: AnyLocale) => void
}

/** What is said before, or without, a choice: an error page is to be readable in any case. */
export const I18nContext = createContext<I18n>({
  locale: 'en',
  t: createTranslate('en', {}),
  setLocale: () => {},
})

interface I18nProviderProps {
  /** What to begin with, loaded already. */
  first: { locale: AnyLocale; t: Translate }
  overrides: Overrides
  /** Told what the person chose. A stable function. */
  onChoose: (locale: AnyLocale) => void
  children: ReactNode
}

/** Everything below speaks one language, and `<html>` says which (WCAG 3.1.1). */
export function I18nProvider({ first, overrides, onChoose, children }: I18nProviderProps) {
  const [{ locale, t }, setWords] = useState(first)

  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  }, [locale])

  const setLocale = useCallback(
    (next: AnyLocale) => {
      onChoose(next)
      // What cannot be loaded is reported, and the page goes on in the language it has.
      loadTranslate(next, overrides).then(
        (loaded) => startTransition(() => setWords({ locale: next, t: loaded })),
        reportError,
      )
    },
    [overrides, onChoose],
  )

  const words = useMemo(() => ({ locale, t, setLocale }), [locale, t, setLocale])
  return <I18nContext value={words}>{children}</I18nContext>
}

/** The language spoken, and how to change it. */
export function useLocale(): I18n {
  return use(I18nContext)
}

/** The sentences in the person's language. */
export function useTranslate(): Translate {
  return use(I18nContext).t
}
