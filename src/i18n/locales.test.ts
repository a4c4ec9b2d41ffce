import { describe, expect, it } from 'vitest'
import { messages as english } from './en/messages.ts'
import { translations } from './loadTranslate.ts'
import { chooseLocale } from './locales.ts'
import type { Message, Translation } from './messageTypes.ts'
import { overrideProblems } from './overrideProblems.ts'
import { accentMessage } from './pseudo.ts'
import { createTranslate, extendEnglish } from './translate.ts'

function placeholders(message: Message | undefined): string[][] {
  const forms = typeof message === 'string' ? [message] : Object.values(message ?? {})
  return forms.map((text) => (text.match(/\{\w+\}/g) ?? []).toSorted())
}

type Catalogue = [locale: string, messages: Record<string, Message>]

const { en: _, ...others } = translations
const translated = Object.entries<() => Promise<Partial<Translation>>>(others).map(
  async ([locale, load]): Promise<Catalogue> => [locale, await load()],
)
const pseudo = Object.entries<Message>(english).map(
  ([key, message]) => [key, accentMessage(message)] as const,
)

describe.each<Catalogue>([
  ...(await Promise.all(translated)),
  ['pseudo', Object.fromEntries(pseudo)],
])('%s', (_locale, messages) => {
  it.each(Object.entries(messages))('%s has the placeholders of the English', (key, message) => {
    const expected = placeholders(Object.entries(english).find(([name]) => name === key)?.[1]).at(
      -1,
    )
    // A form for one or two may say the number in a word.
    for (const found of placeholders(message)) {
      expect([expected, expected?.filter((name) => name !== '{count}')]).toContainEqual(found)
    }
  })
})

const all = ['en', 'de', 'ar']

it.each<[(string | null)[], string[], string]>([
  [['de-AT', 'en'], all, 'de'],
  [[null, null, 'fr-FR', 'AR-eg'], all, 'ar'],
  [['ar', 'de', 'en-GB'], all, 'ar'],
  [['fr'], all, 'en'],
  [[], ['de', 'en'], 'de'],
  [['ar'], ['de', 'en'], 'de'],
  [['en-XA', 'de'], ['de'], 'en-XA'],
  [['../../evil', 'toString', ''], all, 'en'],
])('wanting %j, of the offered %j the language is %s', (wanted, offered, chosen) => {
  expect(chooseLocale(wanted, offered)).toBe(chosen)
})

it('formats numbers and chooses plurals by the language, and isolates values from right to left', () => {
  extendEnglish(english)
  const german = createTranslate('de', {
    'password.length': { one: 'mindestens {count} Zeichen', other: 'mindestens {count} Zeichen' },
  })
  expect(german('password.length', { count: 8 })).toBe('mindestens 8 Zeichen')
  const arabic = createTranslate(
    'ar-EG',
    {
      'password.length': { two: 'حرفان على الأقل', other: '{count} أحرف على الأقل' },
      'code.sentByEmail': 'أرسلنا رمزًا إلى {destination}.',
    },
    { rightToLeft: true },
  )
  expect(arabic('password.length', { count: 8 })).toBe('٨ أحرف على الأقل')
  expect(arabic('password.length', { count: 2 })).toBe('حرفان على الأقل')
  expect(arabic('code.sentByEmail', { destination: 'a@b.c' })).toContain('\u2068a@b.c\u2069')
  expect(createTranslate('en', {})('password.length', { count: 1 })).toBe('at least 1 character')
})

it('names the messages of an operator that do not exist, and placeholders without a value', () => {
  expect(
    overrideProblems({
      'signIn.title': 'Hello',
      'signIn.lead': 'To {portal}, {name}',
      'signin.title': 'Hello',
      toString: 'x',
    }),
  ).toEqual([
    'signIn.lead has no value for {name}',
    'signin.title is not a message of this portal',
    'toString is not a message of this portal',
  ])
})
