import type { Part } from '#i18n/sentences.ts'

export const identities: Part<'identities'> = {
  'identities.title': 'الحسابات المرتبطة',
  'identities.lead': 'حسابات خدمات أخرى تسجّل الدخول بها.',
}
