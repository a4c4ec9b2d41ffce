import type { Part } from '#i18n/sentences.ts'

export const data: Part<'data'> = {
  'data.title': 'بياناتك',
  'data.lead': 'خذ نسخة من حسابك معك، أو احذفه.',
}
