import type { stepMessages as english } from '#i18n/en/steps.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'
import { challengeMessages } from './challenges.ts'
import { errorMessages } from './errors.ts'

export const stepMessages: TranslationOf<typeof english> = {
  ...challengeMessages,
  ...errorMessages,

  'shell.dismiss': 'إغلاق',
  'form.backToSignIn': 'العودة إلى تسجيل الدخول',

  'newPassword.title': 'اختر كلمة المرور',
  'newPassword.lead': 'تحل محل كلمة المرور المؤقتة للحساب {username}.',
  'newPassword.leadMore':
    'تحل محل كلمة المرور المؤقتة للحساب {username}. ونحتاج أيضًا إلى بعض البيانات.',
  'newPassword.submit': 'حفظ ومتابعة',

  'unsupported.title': 'يلزم إجراء خطوة أخرى',
  'unsupported.lead':
    'يتطلب حسابك خطوة لا تستطيع هذه الصفحة تنفيذها بعد، لذا لا يمكنك تسجيل الدخول هنا.',
  'unsupported.name': 'الخطوة المطلوبة',
  'unsupported.help': 'أخبر فريق الدعم باسم الخطوة، وسيساعدك.',

  'signUp.title': 'إنشاء حساب',
  'signUp.lead': 'لن يستغرق سوى دقيقة. سنرسل إليك رمزًا لتأكيد عنوانك.',
  'signUp.submit': 'إنشاء الحساب',
  'signUp.have': 'لديك حساب؟',
  'signUp.signIn': 'تسجيل الدخول',
  'signUp.emailMissing': 'أدخل بريدك الإلكتروني.',
  'signUp.emailInvalid': 'أدخل بريدًا إلكترونيًا يحتوي على @، مثل name@example.com.',
  'signUp.closedTitle': 'الحسابات بالدعوة فقط',
  'signUp.closed': 'لا يمكنك إنشاء حساب هنا بنفسك. اطلب من المسؤول أن يدعوك.',

  'confirmSignUp.title': 'تحقق من رسائلك',
  'confirmSignUp.submit': 'تأكيد',
  'confirmSignUp.change': 'استخدام عنوان آخر',
  'confirmSignUp.already': 'لم يصلك رمز؟ ربما لديك حساب بهذا العنوان.',
  'confirmSignUp.reset': 'إعادة تعيين كلمة مروره',

  'forgotPassword.title': 'إعادة تعيين كلمة المرور',
  'forgotPassword.lead': 'أدخل عنوانك وسنرسل إليك رمزًا.',
  'forgotPassword.submit': 'إرسال الرمز',

  'resetPassword.title': 'اختر كلمة مرور جديدة',
  'resetPassword.sent': 'إذا كان هناك حساب باسم {username} فقد أرسلنا رمزًا إلى عنوانه.',
  'resetPassword.sentTo': 'إذا كان هناك حساب باسم {username} فقد أرسلنا رمزًا إلى {destination}.',
  'resetPassword.required': 'طلب منك أحد المسؤولين اختيار كلمة مرور جديدة للحساب {username}.',
  'resetPassword.submit': 'حفظ وتسجيل الدخول',
  'resetPassword.change': 'استخدام عنوان آخر',

  'code.label': 'الرمز',
  'code.sentByEmail': 'أرسلنا رمزًا إلى {destination}.',
  'code.sentBySms': 'أرسلنا رمزًا برسالة نصية إلى {destination}.',
  'code.sentFor': 'أرسلنا رمزًا للحساب {username}.',
  'code.spam': 'قد يستغرق ذلك دقيقة. إن لم تجده فابحث في مجلد الرسائل غير المرغوب فيها.',
  'code.missing': 'أدخل الرمز الوارد في الرسالة.',
  'code.incomplete': 'الرمز غير مكتمل. أدخل جميع أرقامه.',
  'code.resend': 'إرسال رمز جديد',
  'code.wait': 'بعد {seconds} ث',
  'code.waitSpoken': {
    one: 'يمكنك طلب رمز جديد بعد ثانية واحدة.',
    two: 'يمكنك طلب رمز جديد بعد ثانيتين.',
    few: 'يمكنك طلب رمز جديد بعد {count} ثوانٍ.',
    many: 'يمكنك طلب رمز جديد بعد {count} ثانية.',
    other: 'يمكنك طلب رمز جديد بعد {count} ثانية.',
  },
  'code.resent': 'رمز جديد في الطريق إليك.',
  'code.resentTo': 'رمز جديد في الطريق إلى {destination}.',

  'password.newLabel': 'كلمة المرور الجديدة',
  'password.rules': 'تحتاج كلمة مرورك إلى',
  'password.length': {
    one: 'حرف واحد على الأقل',
    two: 'حرفين على الأقل',
    few: '{count} أحرف على الأقل',
    many: '{count} حرفًا على الأقل',
    other: '{count} حرف على الأقل',
  },
  'password.lowercase': 'حرف لاتيني صغير (a–z)',
  'password.uppercase': 'حرف لاتيني كبير (A–Z)',
  'password.number': 'رقم (0–9)',
  'password.symbol': 'رمز مثل ! ? - أو %',
  'password.met': 'تم:',
  'password.unmet': 'ما زال مطلوبًا:',
  'password.allMet': 'كلمة مرورك تستوفي جميع الشروط.',
  'password.needed': 'ما زال مطلوبًا: {rules}.',
  'password.missing': 'اختر كلمة مرور.',

  'accountDeleted.title': 'حُذف حسابك',
  'accountDeleted.lead': 'وأُزيل أيضًا كل ما احتفظ به {portal} منه في هذا المتصفح. شكرًا لوجودك معنا.',
  'accountDeleted.signIn': 'إلى صفحة تسجيل الدخول',

  'notFound.title': 'هذه الصفحة غير موجودة',
  'notFound.lead': 'ربما كُتب العنوان خطأً أو نُقلت الصفحة.',
  'notFound.home': 'الصفحة الرئيسية',

  'forbidden.title': 'لا يمكنك الوصول إلى هذه الصفحة',
  'forbidden.lead': 'هي متاحة لأعضاء المجموعة {groups}، وحسابك ليس منهم.',
  'forbidden.help': 'اطلب من المسؤول إضافتك، ثم سجّل الخروج وادخل من جديد.',
  'forbidden.account': 'الانتقال إلى حسابك',

  'config.title': 'لم يتم إعداد هذه البوابة بشكل صحيح',
  'config.lead':
    'إن جئت لتسجيل الدخول فعُد لاحقًا من فضلك. وإن كنت تدير هذه البوابة فصحّح ما يلي في {file} ثم أعد التحميل.',
  'config.file': 'portal.config.json',
  'config.reload': 'إعادة التحميل',

  'attribute.address': 'العنوان',
  'attribute.birthdate': 'تاريخ الميلاد',
  'attribute.email': 'البريد الإلكتروني',
  'attribute.family_name': 'اسم العائلة',
  'attribute.gender': 'الجنس',
  'attribute.given_name': 'الاسم الأول',
  'attribute.locale': 'اللغة',
  'attribute.middle_name': 'الاسم الأوسط',
  'attribute.name': 'الاسم الكامل',
  'attribute.nickname': 'اللقب',
  'attribute.phone_number': 'رقم الهاتف',
  'phone.country': 'البلد',
  'attribute.picture': 'عنوان الصورة',
  'attribute.preferred_username': 'اسم المستخدم المفضَّل',
  'attribute.profile': 'صفحة الملف الشخصي',
  'attribute.updated_at': 'آخر تحديث',
  'attribute.website': 'الموقع الإلكتروني',
  'attribute.zoneinfo': 'المنطقة الزمنية',

  'hint.locale': 'رمز لغة، مثل ar-EG.',
  'hint.zoneinfo': 'منطقة ومدينة، مثل Asia/Riyadh.',
  'hint.website': 'يبدأ بـ https://',
  'hint.picture': 'يبدأ بـ https://',
  'hint.profile': 'يبدأ بـ https://',
  'hint.updated_at': 'بالثواني منذ عام 1970.',
}
