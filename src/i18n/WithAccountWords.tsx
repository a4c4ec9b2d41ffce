import { use, useMemo, type ReactNode } from 'react'
import { withAccountWords } from './accountWords.ts'
import { useWords, WordsContext } from './WordsProvider.tsx'

/** Everything below may also say what only people see who are signed in. Suspends until it can. */
export function WithAccountWords({ children }: { children: ReactNode }) {
  const words = useWords()
  const text = use(withAccountWords(words.locale, words.text))
  const more = useMemo(() => ({ ...words, text }), [words, text])
  return <WordsContext value={more}>{children}</WordsContext>
}
