import type { Part } from '#i18n/sentences.ts'

export const identities: Part<'identities'> = {
  'identities.title': 'Verbundene Konten',
  'identities.lead': 'Konten anderer Dienste, mit denen Sie sich anmelden.',
}
