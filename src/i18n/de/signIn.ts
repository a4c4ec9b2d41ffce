import type { signInMessages as english } from '#i18n/en/signIn.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const signInMessages: TranslationOf<typeof english> = {
  'document.title': '{page} – {portal}',
  'document.failed': 'Fehler: {title}',

  'shell.skip': 'Zum Inhalt springen',
  'shell.support': 'Hilfe',
  'shell.language': 'Sprache',
  'shell.theme': 'Darstellung',
  'shell.theme.system': 'Systemdesign',
  'shell.theme.light': 'Helles Design',
  'shell.theme.dark': 'Dunkles Design',
  'shell.terms': 'Nutzungsbedingungen',
  'shell.privacy': 'Datenschutz',
  'shell.imprint': 'Impressum',
  'shell.accessibility': 'Barrierefreiheit',

  'form.problem': 'Bitte prüfen Sie Ihre Eingaben',
  'form.working': 'Es dauert noch einen Moment …',
  'form.username': 'E-Mail-Adresse',

  'signIn.title': 'Anmelden',
  'signIn.lead': 'Willkommen zurück. Melden Sie sich mit Ihrem {portal}-Konto an.',
  'signIn.submit': 'Anmelden',
  'signIn.continue': 'Weiter',
  'signIn.keep': 'Angemeldet bleiben',
  'signIn.keepHint': 'Nicht an einem Gerät, das Sie mit anderen teilen.',
  'signIn.losesSessions':
    'Dieser Browser lässt nicht zu, dass Sie hier angemeldet bleiben. Wenn Sie die Seite schließen oder neu laden, werden Sie abgemeldet.',
  'signIn.forgot': 'Passwort vergessen?',
  'signIn.new': 'Noch kein Konto?',
  'signIn.create': 'Konto erstellen',
  'signIn.usernameMissing': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'signIn.passwordMissing': 'Geben Sie Ihr Passwort ein.',
  'signIn.confirmed': 'Ihre E-Mail-Adresse ist bestätigt. Melden Sie sich jetzt an.',
  'signIn.passwordReset': 'Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.',
  'signIn.signedOutHere': 'Sie sind abgemeldet. Bis bald.',
  'signIn.revocationPending':
    'Der Dienst ist gerade nicht erreichbar. Sobald er es wieder ist, wird Ihre Sitzung auch dort beendet.',
  'signIn.signedOutElsewhere': 'Sie haben sich in einem anderen Tab oder Fenster abgemeldet.',
  'signIn.interrupted': 'Ihre Anmeldung wurde nicht abgeschlossen. Bitte beginnen Sie noch einmal.',
  'signIn.accountDeleted': 'Ihr Konto ist gelöscht.',
  'signIn.sessionExpired': 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen.',
  'signIn.idle': 'Sie wurden abgemeldet, weil Sie länger nicht da waren.',
  'signIn.sessionLimit':
    'Die Höchstdauer einer Sitzung ist erreicht. Melden Sie sich neu an, um weiterzumachen.',
  'signIn.revoked':
    'Sie wurden von einem anderen Gerät aus oder durch die Administration abgemeldet.',

  'providers.or': 'oder',
  'providers.with': 'Weiter mit {provider}',

  'password.label': 'Passwort',
  'password.show': 'Passwort anzeigen',
  'password.hide': 'Passwort verbergen',
  'password.shown': 'Ihr Passwort ist sichtbar.',
  'password.hidden': 'Ihr Passwort ist verborgen.',
  'password.capsLock': 'Die Feststelltaste ist aktiv.',

  'failure.title': 'Etwas ist schiefgegangen',
  'failure.lead': 'Das lag nicht an Ihnen. Versuchen Sie es erneut oder gehen Sie zur Startseite.',
  'failure.retry': 'Erneut versuchen',
  'failure.home': 'Zur Startseite',
  'failure.missing': 'Diese Seite konnte nicht geladen werden',
  'failure.details': 'Angaben für den Support',

  'fault.reference': '{message} Referenz: {requestId}',

  'error.incorrectCredentials':
    'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es erneut.',
  'error.notLoaded':
    'Ein Teil der Seite ist nicht angekommen. Prüfen Sie Ihre Verbindung und laden Sie die Seite neu.',
  'error.network':
    'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'error.unexpected': 'Es gab einen unerwarteten Fehler. Versuchen Sie es gleich noch einmal.',
}
