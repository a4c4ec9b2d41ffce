import type { Part } from '#i18n/messages.ts'

export const identities: Part<'identities'> = {
  'identities.title': 'الحسابات المرتبطة',
  'identities.lead': 'حسابات خدمات أخرى تسجّل الدخول بها.',
  'identities.linked': 'ما هو مرتبط',
  'identities.none': 'لا شيء مرتبط',
  'identities.noneLead': 'تسجّل الدخول هنا بهذا الحساب وحده.',
  'identities.since': 'منذ {date}',
  'identities.besides': 'يمكنك تسجيل الدخول بها أو بكلمة المرور هنا.',
  'identities.instead': 'تسجّل الدخول عبر {provider}. لا توجد هنا كلمة مرور لتغييرها أو فقدانها.',
  'identities.email':
    'يأتي اسمك وبريدك الإلكتروني من {provider} ويُنقلان من هناك في كل مرة تسجّل فيها الدخول.',
}
