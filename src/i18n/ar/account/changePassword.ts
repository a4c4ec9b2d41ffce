import type { Part } from '#i18n/messages.ts'

export const changePassword: Part<'changePassword'> = {
  'changePassword.title': 'كلمة المرور',
  'changePassword.lead': 'اختر كلمة مرور أخرى، وحدد أين تبقى مسجَّل الدخول.',
  'changePassword.card': 'تغيير كلمة المرور',
  'changePassword.failed': 'تعذّر تحميل حسابك',
  'changePassword.current': 'كلمة المرور الحالية',
  'changePassword.submit': 'تغيير كلمة المرور',
  'changePassword.changed': 'غُيّرت كلمة المرور.',
  'changePassword.none': 'تسجّل الدخول حتى الآن دون كلمة مرور. اختر واحدة إن أردت؛ وتبقى طرقك الأخرى.',
  'changePassword.declined': 'لم يتغير شيء لأنك لم تثبت أنك أنت.',
  'changePassword.elsewhere': 'تسجّل الدخول بحساب خدمة أخرى، وليست لك كلمة مرور هنا.',
  'changePassword.elsewhereLead':
    'من سجّل الدخول بكلمة المرور القديمة ما زال كذلك. إن غيّرتها لأن غيرك قد يعرفها، فسجّل الخروج من كل مكان آخر.',
  'changePassword.secondTitle': 'المتابعة هنا',
}
