import type { challengeMessages as english } from '#i18n/en/challenges.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const challengeMessages: TranslationOf<typeof english> = {
  'method.other': 'Anderen Weg wählen',
  'method.PASSWORD': 'Passwort',
  'method.PASSWORD.hint': 'Das Passwort dieses Kontos',
  'method.WEB_AUTHN': 'Passkey',
  'method.WEB_AUTHN.hint': 'Fingerabdruck, Gesicht, Bildschirmsperre oder Sicherheitsschlüssel',
  'method.EMAIL_OTP': 'Code per E-Mail',
  'method.EMAIL_OTP.hint': 'An die Adresse Ihres Kontos',
  'method.SMS_OTP': 'Code per SMS',
  'method.SMS_OTP.hint': 'An das Telefon Ihres Kontos',
  'method.SMS_MFA': 'Code per SMS',
  'method.SMS_MFA.hint': 'An das Telefon Ihres Kontos',
  'method.SOFTWARE_TOKEN_MFA': 'Authenticator-App',
  'method.SOFTWARE_TOKEN_MFA.hint': 'Ein Code aus der App auf Ihrem Telefon',

  'totp.title': 'Code aus Ihrer App eingeben',
  'totp.lead':
    'Öffnen Sie Ihre Authenticator-App und geben Sie die sechs Ziffern ein, die sie für {portal} zeigt.',
  'totp.leadDevice':
    'Öffnen Sie die Authenticator-App auf „{device}“ und geben Sie die sechs Ziffern ein, die sie für {portal} zeigt.',
  'totp.submit': 'Weiter',
  'totp.help':
    'Der Code wechselt alle 30 Sekunden. Wird keiner angenommen, prüfen Sie die Uhr Ihres Telefons.',
  'totp.wrong': 'Der Code stimmt nicht. Geben Sie den ein, den Ihre App gerade zeigt.',

  'sentCode.title': 'Sehen Sie in Ihren Nachrichten nach',
  'sentCode.submit': 'Weiter',

  'askPassword.title': 'Passwort eingeben',
  'askPassword.lead': 'Sie melden sich als {username} an.',
  'askPassword.submit': 'Anmelden',
  'askPassword.wrong': 'Das Passwort stimmt nicht. Prüfen Sie es und versuchen Sie es erneut.',

  'choose.title': 'Wie möchten Sie sich anmelden?',
  'choose.titleSecond': 'Zweiten Schritt wählen',
  'choose.lead': 'Sie melden sich als {username} an.',
  'choose.titleSetUp': 'Schützen Sie Ihr Konto',
  'choose.leadSetUp': 'Ab jetzt ist ein zweiter Schritt nötig. Wählen Sie, was Ihnen passt.',

  'setUp.title': 'Authenticator-App einrichten',
  'setUp.lead': 'Ab jetzt ist ein zweiter Schritt nötig: ein Code aus einer App auf Ihrem Telefon.',
  'setUp.scan':
    'Scannen Sie dies mit der Passwort-App Ihres Telefons oder mit einer beliebigen Authenticator-App.',
  'setUp.qr': 'QR-Code mit dem Schlüssel darunter',
  'setUp.open': 'In einer App auf diesem Gerät öffnen',
  'setUp.cannotScan': 'Scannen geht nicht? Geben Sie diesen Schlüssel in die App ein',
  'setUp.copy': 'Schlüssel kopieren',
  'setUp.copied': 'Kopiert',
  'setUp.copyFailed':
    'Ihr Browser hat das Kopieren nicht erlaubt. Markieren und kopieren Sie den Schlüssel selbst.',
  'setUp.code': 'Code aus der App',
  'setUp.name': 'Name dieses Geräts (freiwillig)',
  'setUp.nameHint': 'Um es später zu erkennen, etwa „Mein Telefon“.',
  'setUp.submit': 'Einschalten und weiter',
  'setUp.startedAgain':
    'Das hat etwas zu lange gedauert, deshalb gibt es einen neuen Schlüssel. Löschen Sie den alten Eintrag und scannen Sie diesen.',

  'setUpEmail.title': 'E-Mail-Adresse hinzufügen',
  'setUpEmail.lead':
    'Ab jetzt ist ein zweiter Schritt nötig: ein Code, den wir an diese Adresse senden.',
  'setUpEmail.submit': 'Code senden',

  'passkey.title': 'Passkey verwenden',
  'passkey.lead': 'Ihr Gerät fragt nach Fingerabdruck, Gesicht oder Bildschirmsperre.',
  'passkey.submit': 'Passkey verwenden',
  'passkey.cancelled':
    'Abgebrochen. Es hat sich nichts geändert: Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
  'passkey.unsupported': 'Dieser Browser kann keine Passkeys. Wählen Sie einen anderen Weg.',
  'passkey.wrongSite':
    'Passkeys funktionieren unter dieser Adresse nicht. Wählen Sie einen anderen Weg und informieren Sie Ihren Support.',
  'passkey.refused':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
  'passkey.startedAgain':
    'Das hat etwas zu lange gedauert. Verwenden Sie Ihren Passkey noch einmal.',

  'custom.title': 'Noch eine Frage',
  'custom.lead': 'Sie melden sich als {username} an.',
  'custom.answer': 'Antwort',
  'custom.submit': 'Weiter',
  'custom.missing': 'Geben Sie Ihre Antwort ein.',
  'custom.wrong': 'Das war nicht die richtige Antwort. Versuchen Sie es erneut.',

  'trust.title': 'Diesem Gerät vertrauen?',
  'trust.lead':
    'Dann genügt hier beim nächsten Mal das Passwort. Sagen Sie Nein, wenn andere das Gerät nutzen.',
  'trust.yes': 'Ja, vertrauen',
  'trust.no': 'Nicht jetzt',

  'mailLink.confirmTitle': 'E-Mail-Adresse bestätigen',
  'mailLink.confirmLead': 'Damit ist das Konto von {username} fertig.',
  'mailLink.confirm': 'Bestätigen',
  'mailLink.incomplete':
    'Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus der E-Mail oder kopieren Sie ihn ganz.',
  'mailLink.anew': 'Anmelden und neuen Code erhalten',
  'mailLink.resetLead': 'Für das Konto von {username}. Der Code kam mit dem Link.',

  'magicLink.title': 'Öffnen Sie den Link in Ihrer E-Mail',
  'magicLink.lead': 'Wir haben einen Link an {destination} gesendet.',
  'magicLink.stay': 'Öffnen Sie ihn in diesem Browser: Diese Seite geht dann von selbst weiter.',
  'magicLink.followTitle': 'Mit Link anmelden',
  'magicLink.followLead':
    'Sie haben einen Link aus einer E-Mail geöffnet. Fahren Sie fort, um sich damit anzumelden.',
  'magicLink.follow': 'Anmelden',
  'magicLink.done': 'Fertig. Sie können in dem Tab weitermachen, in dem Sie begonnen haben.',
  'magicLink.elsewhere':
    'Hier wartet niemand auf diesen Link. Öffnen Sie ihn in dem Browser, in dem Sie die Anmeldung begonnen haben, oder beginnen Sie neu.',

  'callback.title': 'Sie werden angemeldet',
  'callback.lead': 'Einen Moment bitte.',
  'callback.failed': 'Das hat nicht geklappt',
}
