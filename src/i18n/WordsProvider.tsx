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
import { loadText, type Overrides } from './loadText.ts'
import { createText, type Text } from './text.ts'

/** A language as it is spoken here, and the way to another. */
interface Words {
  locale: AnyLocale
  text: Text
  speak: (locale: AnyLocale) => void
}

/** What is said before, or without, a choice: an error page is to be readable in any case. */
export const WordsContext = createContext<Words>({
  locale: 'en',
  text: createText('en', {}),
  speak: () => {},
})

interface WordsProviderProps {
  /** What to begin with, loaded already. */
  first: { locale: AnyLocale; text: Text }
  overrides: Overrides
  /** Told what the person chose. A stable function. */
  onSpeak: (locale: AnyLocale) => void
  children: ReactNode
}

/** Everything below speaks one language, and `<html>` says which (WCAG 3.1.1). */
export function WordsProvider({ first, overrides, onSpeak, children }: WordsProviderProps) {
  const [{ locale, text }, setWords] = useState(first)

  useLayoutEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  }, [locale])

  const speak = useCallback(
    (next: AnyLocale) => {
      onSpeak(next)
      // What cannot be loaded is reported, and the page goes on in the language it has.
      loadText(next, overrides).then(
        (loaded) => startTransition(() => setWords({ locale: next, text: loaded })),
        reportError,
      )
    },
    [overrides, onSpeak],
  )

  const words = useMemo(() => ({ locale, text, speak }), [locale, text, speak])
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The language spoken, and how to change it. */
export function useWords(): Words {
  return use(WordsContext)
}

/** The sentences in the person's language. */
export function useText(): Text {
  return use(WordsContext).text
}
