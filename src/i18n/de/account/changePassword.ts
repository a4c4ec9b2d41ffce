import type { Part } from '#i18n/messages.ts'

export const changePassword: Part<'changePassword'> = {
  'changePassword.title': 'Passwort',
  'changePassword.lead': 'Wählen Sie ein anderes Passwort und wo Sie angemeldet bleiben.',
  'changePassword.card': 'Passwort ändern',
  'changePassword.failed': 'Ihr Konto konnte nicht geladen werden',
  'changePassword.current': 'Bisheriges Passwort',
  'changePassword.submit': 'Passwort ändern',
  'changePassword.changed': 'Ihr Passwort ist geändert.',
  'changePassword.none':
    'Bisher melden Sie sich ohne Passwort an. Wählen Sie eines, wenn Sie möchten; Ihre anderen Wege bleiben.',
  'changePassword.declined':
    'Es hat sich nichts geändert, denn Sie haben nicht gezeigt, dass Sie es sind.',
  'changePassword.elsewhere':
    'Sie melden sich mit einem Konto eines anderen Dienstes an und haben hier kein Passwort.',
  'changePassword.elsewhereLead':
    'Wer mit dem alten Passwort angemeldet war, ist es noch. Wenn Sie es geändert haben, weil es jemand kennen könnte, melden Sie sich überall sonst ab.',
  'changePassword.secondTitle': 'Hier weitermachen',
}
