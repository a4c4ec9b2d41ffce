import type { challengeMessages as english } from '#i18n/en/challenges.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const challengeMessages: TranslationOf<typeof english> = {
  'method.other': 'استخدام طريقة أخرى',
  'method.PASSWORD': 'كلمة المرور',
  'method.PASSWORD.hint': 'التي اخترتها لهذا الحساب',
  'method.WEB_AUTHN': 'مفتاح المرور',
  'method.WEB_AUTHN.hint': 'بصمتك أو وجهك أو قفل الشاشة أو مفتاح الأمان',
  'method.EMAIL_OTP': 'رمز بالبريد الإلكتروني',
  'method.EMAIL_OTP.hint': 'يُرسل إلى عنوان حسابك',
  'method.SMS_OTP': 'رمز برسالة نصية',
  'method.SMS_OTP.hint': 'يُرسل إلى هاتف حسابك',
  'method.SMS_MFA': 'رمز برسالة نصية',
  'method.SMS_MFA.hint': 'يُرسل إلى هاتف حسابك',
  'method.SOFTWARE_TOKEN_MFA': 'تطبيق المصادقة',
  'method.SOFTWARE_TOKEN_MFA.hint': 'رمز من التطبيق على هاتفك',

  'totp.title': 'أدخل الرمز من تطبيقك',
  'totp.lead': 'افتح تطبيق المصادقة واكتب الأرقام الستة التي يعرضها لـ {portal}.',
  'totp.leadDevice':
    'افتح تطبيق المصادقة على «{device}» واكتب الأرقام الستة التي يعرضها لـ {portal}.',
  'totp.submit': 'متابعة',
  'totp.help': 'يتغير الرمز كل 30 ثانية. إن لم يُقبل أي رمز فتأكد من أن ساعة هاتفك مضبوطة.',
  'totp.wrong': 'الرمز غير صحيح. اكتب الرمز الذي يعرضه تطبيقك الآن.',

  'sentCode.title': 'تحقق من رسائلك',
  'sentCode.submit': 'متابعة',

  'askPassword.title': 'أدخل كلمة المرور',
  'askPassword.lead': 'أنت تسجّل الدخول باسم {username}.',
  'askPassword.submit': 'تسجيل الدخول',
  'askPassword.wrong': 'كلمة المرور غير صحيحة. تحقق منها وحاول من جديد.',

  'choose.title': 'كيف تريد تسجيل الدخول؟',
  'choose.titleSecond': 'اختر خطوتك الثانية',
  'choose.lead': 'أنت تسجّل الدخول باسم {username}.',
  'choose.titleSetUp': 'احمِ حسابك',
  'choose.leadSetUp': 'أصبحت هناك خطوة ثانية مطلوبة. اختر ما يناسبك.',

  'setUp.title': 'إعداد تطبيق المصادقة',
  'setUp.lead': 'أصبحت هناك خطوة ثانية مطلوبة: رمز من تطبيق على هاتفك.',
  'setUp.scan': 'امسح هذا الرمز بتطبيق كلمات المرور في هاتفك أو بأي تطبيق مصادقة.',
  'setUp.qr': 'رمز QR يحمل المفتاح المكتوب أدناه',
  'setUp.open': 'فتحه في تطبيق على هذا الجهاز',
  'setUp.cannotScan': 'لا يمكنك المسح؟ اكتب هذا المفتاح في التطبيق',
  'setUp.copy': 'نسخ المفتاح',
  'setUp.copied': 'تم النسخ',
  'setUp.copyFailed': 'لم يسمح المتصفح بالنسخ. حدّد المفتاح وانسخه بنفسك.',
  'setUp.code': 'الرمز من التطبيق',
  'setUp.name': 'اسم هذا الجهاز (اختياري)',
  'setUp.nameHint': 'لتمييزه لاحقًا، مثل «هاتفي».',
  'setUp.submit': 'تفعيل ومتابعة',
  'setUp.startedAgain':
    'استغرق ذلك وقتًا طويلًا، لذا يوجد مفتاح جديد. احذف القديم من تطبيقك وامسح هذا.',

  'setUpEmail.title': 'أضف بريدك الإلكتروني',
  'setUpEmail.lead': 'أصبحت هناك خطوة ثانية مطلوبة: رمز نرسله إلى هذا العنوان.',
  'setUpEmail.submit': 'إرسال الرمز',

  'passkey.title': 'استخدم مفتاح المرور',
  'passkey.lead': 'سيطلب جهازك بصمتك أو وجهك أو قفل الشاشة.',
  'passkey.submit': 'استخدام مفتاح المرور',
  'passkey.cancelled': 'أُلغي الأمر ولم يتغير شيء. حاول من جديد أو استخدم طريقة أخرى.',
  'passkey.unsupported': 'لا يدعم هذا المتصفح مفاتيح المرور. استخدم طريقة أخرى.',
  'passkey.wrongSite':
    'لا تعمل مفاتيح المرور على هذا العنوان. استخدم طريقة أخرى وأبلغ فريق الدعم بذلك.',
  'passkey.refused': 'لم يُقبل مفتاح المرور هذا. حاول من جديد أو استخدم طريقة أخرى.',
  'passkey.startedAgain': 'استغرق ذلك وقتًا أطول من اللازم. استخدم مفتاح المرور مرة أخرى.',

  'custom.title': 'سؤال آخر',
  'custom.lead': 'أنت تسجّل الدخول باسم {username}.',
  'custom.answer': 'الإجابة',
  'custom.submit': 'متابعة',
  'custom.missing': 'اكتب إجابتك.',
  'custom.wrong': 'هذه ليست الإجابة الصحيحة. حاول من جديد.',

  'trust.title': 'هل تثق بهذا الجهاز؟',
  'trust.lead': 'في المرة القادمة تكفي كلمة المرور هنا. اختر «لا» إن كان غيرك يستخدم هذا الجهاز.',
  'trust.yes': 'نعم، أثق به',
  'trust.no': 'ليس الآن',

  'mailLink.confirmTitle': 'تأكيد بريدك الإلكتروني',
  'mailLink.confirmLead': 'بهذا يكتمل حساب {username}.',
  'mailLink.confirm': 'تأكيد',
  'mailLink.incomplete': 'هذا الرابط غير مكتمل. افتحه من الرسالة مرة أخرى أو انسخه كاملًا.',
  'mailLink.anew': 'سجّل الدخول للحصول على رمز جديد',
  'mailLink.resetLead': 'لحساب {username}. وصل الرمز مع الرابط.',

  'magicLink.title': 'افتح الرابط في رسالتك',
  'magicLink.lead': 'أرسلنا رابطًا إلى {destination}.',
  'magicLink.stay': 'افتحه في هذا المتصفح، وستتابع هذه الصفحة من تلقاء نفسها.',
  'magicLink.followTitle': 'تسجيل الدخول بالرابط',
  'magicLink.followLead': 'فتحت رابطًا من رسالة. تابع لتسجيل الدخول به.',
  'magicLink.follow': 'تسجيل الدخول',
  'magicLink.done': 'تم. يمكنك المتابعة في علامة التبويب التي بدأت فيها.',
  'magicLink.elsewhere':
    'لا أحد ينتظر هذا الرابط هنا. افتحه في المتصفح الذي بدأت فيه، أو ابدأ من جديد.',

  'callback.title': 'يجري تسجيل دخولك',
  'callback.lead': 'لحظة من فضلك.',
  'callback.failed': 'لم ينجح ذلك',
}
