import type { Part } from '#i18n/messages.ts'

export const devices: Part<'devices'> = {
  'devices.title': 'الأجهزة',
  'devices.lead': 'الأجهزة التي لا يُطلب عليها عامل ثانٍ.',
  'devices.remembered': 'الأجهزة المحفوظة',
  'devices.failed': 'تعذّر تحميل أجهزتك',
  'devices.untracked': 'لا تحفظ هذه البوابة الأجهزة.',
  'devices.none': 'لا يوجد جهاز محفوظ',
  'devices.noneLead': 'عندما تثق بجهاز أثناء تسجيل الدخول سيظهر هنا.',
  'devices.unnamed': 'جهاز',
  'devices.this': 'هذا الجهاز',
  'devices.seen': 'آخر ظهور {date} ({relative})',
  'devices.forget': 'نسيان',
  'devices.forgetAll': 'نسيان كل الأجهزة',
  'devices.forgotten': 'نُسي الجهاز.',
  'devices.allForgotten': 'نُسيت كل الأجهزة.',
  'devices.forgetTitle': 'نسيان هذا الجهاز؟',
  'devices.forgetAllTitle': 'نسيان كل الأجهزة؟',
  'devices.forgetLead': 'من يسجّل الدخول على {device} سيُطلب منه العامل الثاني من جديد.',
  'devices.forgetAllLead': 'من يسجّل الدخول على أي منها سيُطلب منه العامل الثاني من جديد.',
  'devices.forgetThis':
    'هذا هو الجهاز الذي تستخدمه الآن: سيكون عليك قريبًا تسجيل الدخول هنا من جديد.',
}
