import type { Part } from '#i18n/sentences.ts'

export const ways: Part<'ways'> = {
  'ways.title': 'Anmeldearten',
  'ways.lead': 'Wie Sie zeigen, dass Sie es sind: zweite Faktoren und Passkeys.',
}
