import type { Part } from '#i18n/sentences.ts'

export const access: Part<'access'> = {
  'access.title': 'Zugriff',
  'access.lead': 'Was Sie hier dürfen und warum.',
}
