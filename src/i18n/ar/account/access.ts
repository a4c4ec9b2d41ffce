import type { Part } from '#i18n/sentences.ts'

export const access: Part<'access'> = {
  'access.title': 'الصلاحيات',
  'access.lead': 'ما يمكنك فعله هنا، ولماذا.',
}
