import type { Part } from '#i18n/sentences.ts'

export const sessions: Part<'sessions'> = {
  'sessions.title': 'الجلسات',
  'sessions.lead': 'أين سجّلت الدخول، وكيف تنهي ذلك.',
}
