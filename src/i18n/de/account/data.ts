import type { Part } from '#i18n/sentences.ts'

export const data: Part<'data'> = {
  'data.title': 'Ihre Daten',
  'data.lead': 'Nehmen Sie eine Kopie Ihres Kontos mit oder löschen Sie es.',
}
