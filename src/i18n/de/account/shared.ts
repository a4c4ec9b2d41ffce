import type { Part } from '#i18n/messages.ts'

export const shared: Part<'account' | 'admin' | 'stepUp'> = {
  'account.title': 'Ihr Konto',
  'account.lead': 'Was {portal} über Sie weiß und wie lange Sie angemeldet bleiben.',
  'account.details': 'Ihre Angaben',
  'account.id': 'Konto-ID',
  'account.verified': 'Bestätigt',
  'account.unverified': 'Nicht bestätigt',
  'account.groups': 'Gruppen',
  'account.noGroups': 'Sie sind in keiner Gruppe.',
  'account.session': 'Diese Sitzung',
  'account.signedInAt': 'Angemeldet seit',
  'account.endsAt': 'Angemeldet bis',
  'account.endsOpen': 'Bis Sie sich abmelden',
  'account.when': '{date} ({relative})',
  'account.failed': 'Ihre Angaben konnten nicht geladen werden',
  'account.cancel': 'Abbrechen',
  'account.retry': 'Erneut versuchen',
  'admin.title': 'Verwaltung',
  'admin.lead': 'Diese Seite ist nur für Mitglieder der Gruppe „admins“, und Sie gehören dazu.',
  'admin.you': 'Angemeldet als',
  'admin.groups': 'Ihre Gruppen',
  'stepUp.title': 'Sind Sie es noch?',
  'stepUp.lead':
    'Ihre Anmeldung liegt eine Weile zurück. Geben Sie Ihr Passwort ein, um fortzufahren.',
  'stepUp.leadAnyWay': 'Ihre Anmeldung ist eine Weile her. Zeigen Sie, dass Sie es noch sind.',
  'stepUp.choose': 'Wählen Sie, wie Sie das zeigen.',
  'stepUp.afresh':
    'Dafür braucht es eine frische Anmeldung. Melden Sie sich ab und wieder an und versuchen Sie es dann noch einmal.',
  'stepUp.outOfReach':
    'Ihr Konto kann nicht so viel nachweisen, wie dies verlangt. Richten Sie zuerst eine Authenticator-App oder einen Passkey ein.',
  'stepUp.submit': 'Weiter',
  'stepUp.cancel': 'Abbrechen',
  'stepUp.elsewhere':
    'Ohne Passwort angemeldet? Melden Sie sich ab und wieder an und versuchen Sie es noch einmal.',
  'admin.action': 'Eine heikle Aktion',
  'admin.actionLead':
    'Sie fragt nach Ihrem Passwort, wenn Ihre Anmeldung länger her ist, und macht dann weiter.',
  'admin.act': 'Ausführen',
  'admin.acted': 'Fertig. Sie haben gezeigt, dass Sie es sind.',
}
