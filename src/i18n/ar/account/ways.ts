import type { Part } from '#i18n/sentences.ts'

export const ways: Part<'ways'> = {
  'ways.title': 'طرق تسجيل الدخول',
  'ways.lead': 'كيف تثبت أنك أنت: العوامل الثانية ومفاتيح المرور.',
}
