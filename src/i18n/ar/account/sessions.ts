import type { Part } from '#i18n/messages.ts'

export const sessions: Part<'sessions'> = {
  'sessions.title': 'الجلسات',
  'sessions.lead': 'أين سجّلت الدخول، وكيف تنهي ذلك.',
  'sessions.here': 'هذه الجلسة',
  'sessions.all': 'أين سجّلت الدخول',
  'sessions.failed': 'تعذّر تحميل جلساتك',
  'sessions.untracked':
    'لا تحتفظ هذه البوابة بقائمة للجلسات. إن لم تكن متأكدًا أين سجّلت الدخول، فسجّل الخروج من كل مكان.',
  'sessions.this': 'هذه الجلسة',
  'sessions.active': 'نشطة {when}',
  'sessions.unknown': 'متصفح غير معروف',
  'sessions.end': 'تسجيل الخروج',
  'sessions.ended': 'سُجّل الخروج من تلك الجلسة.',
  'sessions.endOthers': 'تسجيل الخروج من كل مكان آخر',
  'sessions.othersEnded': 'سُجّل الخروج من كل الجلسات الأخرى.',
  'sessions.endTitle': 'تسجيل الخروج من هذه الجلسة؟',
  'sessions.endOthersTitle': 'تسجيل الخروج من كل مكان آخر؟',
  'sessions.endLead': 'سيُسجَّل الخروج من {device}، وعلى من يستخدمه تسجيل الدخول من جديد.',
  'sessions.endOthersLead': 'سيُسجَّل الخروج من كل جلسة عدا هذه.',
  'sessions.everywhere': 'تسجيل الخروج من كل مكان',
  'sessions.everywhereLead': 'إن فقدت جهازًا أو رأيت جلسة ليست لك، فأنهِها كلها ثم غيّر كلمة المرور.',
  'sessions.signOutEverywhere': 'تسجيل الخروج من كل مكان',
  'sessions.everywhereTitle': 'تسجيل الخروج من كل مكان؟',
  'sessions.everywhereConfirm': 'تنتهي كل الجلسات، وهذه منها. سيكون عليك تسجيل الدخول هنا من جديد.',
}
