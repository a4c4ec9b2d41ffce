import type { Part } from '#i18n/sentences.ts'

export const changePassword: Part<'changePassword'> = {
  'changePassword.title': 'كلمة المرور',
  'changePassword.lead': 'اختر كلمة مرور أخرى، وحدد أين تبقى مسجَّل الدخول.',
}
