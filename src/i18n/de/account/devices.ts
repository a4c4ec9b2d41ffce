import type { Part } from '#i18n/sentences.ts'

export const devices: Part<'devices'> = {
  'devices.title': 'Geräte',
  'devices.lead': 'Die Geräte, auf denen kein zweiter Faktor verlangt wird.',
}
