import type { Part } from '#i18n/sentences.ts'

export const changePassword: Part<'changePassword'> = {
  'changePassword.title': 'Passwort',
  'changePassword.lead': 'Wählen Sie ein anderes Passwort und wo Sie angemeldet bleiben.',
}
