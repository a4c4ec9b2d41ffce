import {
  createContext,
  startTransition,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { isRightToLeft, type AnyLocale } from './locales.ts'
import { loadTranslate, type Overrides } from './loadTranslate.ts'
import { createTranslate, englishArrivals, type Translate } from './translate.ts'

/** The current language, its translation function, and how to change it. */
interface I18n {
  locale: AnyLocale
  t: Translate
  setLocale: (locale: AnyLocale) => void
}

/** English by default, so that an error page can be shown without a provider. */
export const I18nContext = createContext<I18n>({
  locale: 'en',
  t: createTranslate('en', {}),
  setLocale: () => {},
})

interface I18nProviderProps {
  /** The initial language, already loaded. */
  first: { locale: AnyLocale; t: Translate }
  overrides: Overrides
  /** Called with the user's choice. Must be a stable function. */
  onChoose: (locale: AnyLocale) => void
  children: ReactNode
}

/** Provides the language to its children and sets `lang` and `dir` of `<html>` (WCAG 3.1.1). */
export function I18nProvider({ first, overrides, onChoose, children }: I18nProviderProps) {
  const [{ locale, t }, setCurrent] = useState(first)

  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  }, [locale])

  const setLocale = useCallback(
    (next: AnyLocale) => {
      onChoose(next)
      // If it cannot be loaded, the error is reported and the language stays.
      loadTranslate(next, overrides).then(
        (loaded) => startTransition(() => setCurrent({ locale: next, t: loaded })),
        reportError,
      )
    },
    [overrides, onChoose],
  )

  const i18n = useMemo(() => ({ locale, t, setLocale }), [locale, t, setLocale])
  return <I18nContext value={i18n}>{children}</I18nContext>
}

/** The current language, and how to change it. */
export function useLocale(): I18n {
  return use(I18nContext)
}

/** The translation function of the current language. */
export function useTranslate(): Translate {
  return use(I18nContext).t
}

/** Draws the caller anew when more messages have arrived, perhaps that of an error which was told without its own. */
export function useArrivingMessages(): void {
  const { subscribe, count } = englishArrivals
  useSyncExternalStore(subscribe, count, count)
}
