import type { signInMessages as english } from '#i18n/en/signIn.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const signInMessages: TranslationOf<typeof english> = {
  'document.title': '{page} – {portal}',
  'document.failed': 'خطأ: {title}',

  'shell.skip': 'الانتقال إلى المحتوى',
  'shell.support': 'المساعدة',
  'shell.language': 'اللغة',
  'shell.theme': 'المظهر',
  'shell.theme.system': 'مظهر الجهاز',
  'shell.theme.light': 'مظهر فاتح',
  'shell.theme.dark': 'مظهر داكن',
  'shell.terms': 'شروط الاستخدام',
  'shell.privacy': 'الخصوصية',
  'shell.imprint': 'بيانات الناشر',
  'shell.accessibility': 'إمكانية الوصول',

  'form.problem': 'توجد مشكلة',
  'form.working': 'ما زال العمل جاريًا…',
  'form.username': 'البريد الإلكتروني',

  'signIn.title': 'تسجيل الدخول',
  'signIn.lead': 'مرحبًا بعودتك. استخدم حسابك في {portal}.',
  'signIn.submit': 'تسجيل الدخول',
  'signIn.continue': 'متابعة',
  'signIn.keep': 'إبقائي مسجَّل الدخول',
  'signIn.keepHint': 'ليس على جهاز يشاركك فيه آخرون.',
  'signIn.losesSessions':
    'لا يسمح هذا المتصفح للموقع بإبقائك مسجّل الدخول. سيُسجَّل خروجك عند إغلاق هذه الصفحة أو إعادة تحميلها.',
  'signIn.forgot': 'نسيت كلمة المرور؟',
  'signIn.new': 'ليس لديك حساب؟',
  'signIn.create': 'إنشاء حساب',
  'signIn.usernameMissing': 'أدخل بريدك الإلكتروني.',
  'signIn.passwordMissing': 'أدخل كلمة المرور.',
  'signIn.confirmed': 'تم تأكيد بريدك الإلكتروني. سجّل الدخول للمتابعة.',
  'signIn.passwordReset': 'تم حفظ كلمة مرورك الجديدة. سجّل الدخول بها.',
  'signIn.signedOutHere': 'تم تسجيل خروجك. إلى اللقاء.',
  'signIn.revocationPending':
    'يتعذّر الوصول إلى الخدمة الآن. ستُنهى جلستك هناك أيضًا فور توفر الاتصال بها.',
  'signIn.signedOutElsewhere': 'سجّلت الخروج في علامة تبويب أو نافذة أخرى.',
  'signIn.interrupted': 'لم يكتمل تسجيل دخولك. ابدأ من جديد من فضلك.',
  'signIn.accountDeleted': 'حُذف حسابك.',
  'signIn.sessionExpired': 'انتهت جلستك. سجّل الدخول من جديد للمتابعة.',
  'signIn.idle': 'تم تسجيل خروجك لأنك كنت بعيدًا.',
  'signIn.sessionLimit': 'انتهت المدة القصوى المسموح بها للجلسة. سجّل الدخول مرة أخرى للمتابعة.',
  'signIn.revoked': 'تم تسجيل خروجك من جهاز آخر أو بواسطة أحد المسؤولين.',

  'providers.or': 'أو',
  'providers.with': 'المتابعة باستخدام {provider}',

  'password.label': 'كلمة المرور',
  'password.show': 'إظهار كلمة المرور',
  'password.hide': 'إخفاء كلمة المرور',
  'password.shown': 'كلمة مرورك ظاهرة.',
  'password.hidden': 'كلمة مرورك مخفية.',
  'password.capsLock': 'مفتاح Caps Lock مفعَّل.',

  'failure.title': 'حدث خطأ ما',
  'failure.lead': 'لم يكن السبب منك. حاول من جديد أو عُد إلى الصفحة الرئيسية.',
  'failure.retry': 'المحاولة من جديد',
  'failure.home': 'الصفحة الرئيسية',
  'failure.missing': 'تعذّر تحميل هذه الصفحة',
  'failure.details': 'تفاصيل لفريق الدعم',

  'fault.reference': '{message} المرجع: {requestId}',

  'error.incorrectCredentials':
    'البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقق منهما وحاول من جديد.',
  'error.notLoaded': 'لم يصل جزء من هذه الصفحة. تحقق من اتصالك، ثم أعد تحميل الصفحة.',
  'error.network': 'تعذّر الوصول إلى الخدمة. تحقق من اتصالك وحاول من جديد.',
  'error.unexpected': 'حدث أمر غير متوقع. حاول من جديد بعد لحظات.',
}
