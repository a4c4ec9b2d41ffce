import type { Part } from '#i18n/sentences.ts'

export const sessions: Part<'sessions'> = {
  'sessions.title': 'Sitzungen',
  'sessions.lead': 'Wo Sie angemeldet sind und wie Sie das beenden.',
}
