import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { account as arAccount } from './ar/account/arAccount.ts'
import { ar } from './ar/ar.ts'
import { account as deAccount } from './de/account/deAccount.ts'
import { de } from './de/de.ts'
import { account } from './en/account/enAccount.ts'
import { front } from './en/front.ts'
import { pages } from './en/pages.ts'
import { chooseLocale, type Locale, localeNames } from './locales.ts'
import { overrideProblems } from './overrideProblems.ts'
import { pseudo } from './pseudo.ts'
import type { Message } from './messages.ts'
import { createTranslate, loadPageMessages } from './translate.ts'

const english: Record<string, Message> = { ...front, ...pages, ...account }

function placeholders(sentence: Message): string[][] {
  const forms = typeof sentence === 'string' ? [sentence] : Object.values(sentence)
  return forms.map((words) => (words.match(/\{\w+\}/g) ?? []).toSorted())
}

describe.each(
  Object.entries<Record<string, Message>>({
    de: { ...de, ...deAccount },
    ar: { ...ar, ...arAccount },
    pseudo,
  }),
)('%s', (_, sentences) => {
  it.each(Object.entries(sentences))('%s fills in what the English does', (key, sentence) => {
    const expected = placeholders(english[key] ?? '').at(-1) ?? []
    // A form for one or two may say the number in a word.
    for (const found of placeholders(sentence)) {
      expect([expected, expected.filter((name) => name !== '{count}')]).toContainEqual(found)
    }
  })
})

const all: Locale[] = ['en', 'de', 'ar']

it.each<[(string | null)[], Locale[], string]>([
  [['de-AT', 'en'], all, 'de'],
  [[null, null, 'fr-FR', 'AR-eg'], all, 'ar'],
  [['ar', 'de', 'en-GB'], all, 'ar'],
  [['fr'], all, 'en'],
  [[], ['de', 'en'], 'de'],
  [['ar'], ['de', 'en'], 'de'],
  [['en-XA', 'de'], ['de'], 'en-XA'],
  [['../../evil', 'toString', ''], all, 'en'],
])('of %j, %j speaks %s', (wanted, offered, spoken) => {
  expect(chooseLocale(wanted, offered)).toBe(spoken)
})

it('counts as its language does, and isolates what runs the other way', async () => {
  await loadPageMessages()
  const germanText = createTranslate('de', de)
  expect(germanText('password.length', { count: 8 })).toContain('8')
  const arabicText = createTranslate('ar-EG', ar, true)
  expect(arabicText('password.length', { count: 8 })).toContain('٨')
  expect(arabicText('code.sentByEmail', { destination: 'a@b.c' })).toContain('\u2068a@b.c\u2069')
  expect(createTranslate('en', {})('password.length', { count: 1 })).toBe('at least 1 character')
})

it('names the sentences of an operator that are none, and what cannot be filled in', () => {
  expect(
    overrideProblems({
      'signIn.title': 'Hello',
      'signIn.lead': 'To {portal}, {name}',
      'signin.title': 'Hello',
      toString: 'x',
    }),
  ).toEqual([
    'signIn.lead has no {name} to fill in',
    'signin.title is no sentence of this portal',
    'toString is no sentence of this portal',
  ])
})

// It runs where nothing of this can be loaded, so it has a copy.
it('has the sentence for browsers that are too old in every language', async () => {
  const script = await readFile(new URL('../../public/theme.js', import.meta.url), 'utf8')
  const languages = [...script.matchAll(/lang: '(\w+)'/g)].map(([, language]) => language)
  expect(languages).toEqual(Object.keys(localeNames))
})
