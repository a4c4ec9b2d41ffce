import type { stepMessages as english } from '#i18n/en/steps.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'
import { challengeMessages } from './challenges.ts'
import { errorMessages } from './errors.ts'

export const stepMessages: TranslationOf<typeof english> = {
  ...challengeMessages,
  ...errorMessages,

  'shell.dismiss': 'Schließen',
  'form.backToSignIn': 'Zurück zur Anmeldung',

  'newPassword.title': 'Passwort festlegen',
  'newPassword.lead': 'Es ersetzt das vorläufige Passwort für {username}.',
  'newPassword.leadMore':
    'Es ersetzt das vorläufige Passwort für {username}. Außerdem fehlen noch einige Angaben.',
  'newPassword.submit': 'Speichern und weiter',

  'unsupported.title': 'Ein weiterer Schritt ist nötig',
  'unsupported.lead':
    'Ihr Konto verlangt einen Schritt, den diese Seite noch nicht beherrscht. Hier können Sie sich daher nicht anmelden.',
  'unsupported.name': 'Verlangter Schritt',
  'unsupported.help': 'Nennen Sie dem Support den Namen des Schritts. Dort hilft man Ihnen weiter.',

  'signUp.title': 'Konto erstellen',
  'signUp.lead': 'Es dauert eine Minute. Wir senden Ihnen einen Code an Ihre Adresse.',
  'signUp.submit': 'Konto erstellen',
  'signUp.have': 'Schon ein Konto?',
  'signUp.signIn': 'Anmelden',
  'signUp.emailMissing': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'signUp.emailInvalid': 'Geben Sie eine E-Mail-Adresse mit @ ein, etwa name@example.com.',
  'signUp.closedTitle': 'Konten nur auf Einladung',
  'signUp.closed':
    'Sie können hier selbst kein Konto erstellen. Bitten Sie die Verwaltung um eine Einladung.',

  'confirmSignUp.title': 'Sehen Sie in Ihren Nachrichten nach',
  'confirmSignUp.submit': 'Bestätigen',
  'confirmSignUp.change': 'Andere Adresse verwenden',
  'confirmSignUp.already': 'Kein Code? Vielleicht gibt es zu dieser Adresse schon ein Konto.',
  'confirmSignUp.reset': 'Dessen Passwort zurücksetzen',

  'forgotPassword.title': 'Passwort zurücksetzen',
  'forgotPassword.lead': 'Geben Sie Ihre Adresse ein. Wir senden Ihnen einen Code.',
  'forgotPassword.submit': 'Code senden',

  'resetPassword.title': 'Neues Passwort wählen',
  'resetPassword.sent':
    'Falls es ein Konto für {username} gibt, haben wir einen Code an dessen Adresse gesendet.',
  'resetPassword.sentTo':
    'Falls es ein Konto für {username} gibt, haben wir einen Code an {destination} gesendet.',
  'resetPassword.required':
    'Die Verwaltung bittet Sie, für {username} ein neues Passwort zu wählen.',
  'resetPassword.submit': 'Speichern und anmelden',
  'resetPassword.change': 'Andere Adresse verwenden',

  'code.label': 'Code',
  'code.sentByEmail': 'Wir haben einen Code an {destination} gesendet.',
  'code.sentBySms': 'Wir haben einen Code per SMS an {destination} gesendet.',
  'code.sentFor': 'Wir haben einen Code für {username} gesendet.',
  'code.spam': 'Das kann eine Minute dauern. Sehen Sie sonst im Spam-Ordner nach.',
  'code.missing': 'Geben Sie den Code aus der Nachricht ein.',
  'code.incomplete': 'Der Code ist unvollständig. Geben Sie alle Ziffern ein.',
  'code.resend': 'Neuen Code senden',
  'code.wait': 'in {seconds} s',
  'code.waitSpoken': {
    one: 'In {count} Sekunde können Sie einen neuen Code anfordern.',
    other: 'In {count} Sekunden können Sie einen neuen Code anfordern.',
  },
  'code.resent': 'Ein neuer Code ist unterwegs.',
  'code.resentTo': 'Ein neuer Code ist unterwegs an {destination}.',

  'password.newLabel': 'Neues Passwort',
  'password.rules': 'Ihr Passwort braucht',
  'password.length': { one: 'mindestens {count} Zeichen', other: 'mindestens {count} Zeichen' },
  'password.lowercase': 'einen Kleinbuchstaben (a–z)',
  'password.uppercase': 'einen Großbuchstaben (A–Z)',
  'password.number': 'eine Ziffer (0–9)',
  'password.symbol': 'ein Sonderzeichen, etwa ! ? - oder %',
  'password.met': 'erfüllt:',
  'password.unmet': 'fehlt noch:',
  'password.allMet': 'Ihr Passwort erfüllt alle Anforderungen.',
  'password.needed': 'Es fehlt noch: {rules}.',
  'password.missing': 'Wählen Sie ein Passwort.',

  'accountDeleted.title': 'Ihr Konto ist gelöscht',
  'accountDeleted.lead':
    'Auch alles, was {portal} davon in diesem Browser aufbewahrt hat, ist fort. Danke, dass Sie da waren.',
  'accountDeleted.signIn': 'Zur Anmeldung',

  'notFound.title': 'Diese Seite gibt es nicht',
  'notFound.lead': 'Die Adresse ist vielleicht falsch geschrieben, oder die Seite ist umgezogen.',
  'notFound.home': 'Zur Startseite',

  'forbidden.title': 'Sie haben keinen Zugang zu dieser Seite',
  'forbidden.lead': 'Sie steht Mitgliedern der Gruppe {groups} offen. Ihr Konto gehört nicht dazu.',
  'forbidden.help':
    'Bitten Sie die Verwaltung, Sie aufzunehmen. Melden Sie sich dann ab und wieder an.',
  'forbidden.account': 'Zu Ihrem Konto',

  'config.title': 'Dieses Portal ist nicht richtig eingerichtet',
  'config.lead':
    'Wenn Sie sich anmelden wollten, kommen Sie bitte später wieder. Wenn Sie dieses Portal betreiben, berichtigen Sie Folgendes in {file} und laden Sie neu.',
  'config.file': 'portal.config.json',
  'config.reload': 'Neu laden',

  'attribute.address': 'Anschrift',
  'attribute.birthdate': 'Geburtsdatum',
  'attribute.email': 'E-Mail-Adresse',
  'attribute.family_name': 'Nachname',
  'attribute.gender': 'Geschlecht',
  'attribute.given_name': 'Vorname',
  'attribute.locale': 'Sprache',
  'attribute.middle_name': 'Zweiter Vorname',
  'attribute.name': 'Vollständiger Name',
  'attribute.nickname': 'Spitzname',
  'attribute.phone_number': 'Telefonnummer',
  'phone.country': 'Land',
  'attribute.picture': 'Adresse eines Bildes',
  'attribute.preferred_username': 'Bevorzugter Benutzername',
  'attribute.profile': 'Profilseite',
  'attribute.updated_at': 'Zuletzt geändert',
  'attribute.website': 'Website',
  'attribute.zoneinfo': 'Zeitzone',

  'hint.locale': 'Ein Sprachkürzel, etwa de-DE.',
  'hint.zoneinfo': 'Region und Stadt, etwa Europe/Berlin.',
  'hint.website': 'Beginnt mit https://',
  'hint.picture': 'Beginnt mit https://',
  'hint.profile': 'Beginnt mit https://',
  'hint.updated_at': 'In Sekunden seit 1970.',
}
