import type { Translation } from './sentences.ts'

export const de: Translation = {
  'document.title': '{page} – {portal}',
  'document.failed': 'Fehler: {title}',

  'shell.skip': 'Zum Inhalt springen',
  'shell.support': 'Hilfe',
  'shell.nav': 'Hauptmenü',
  'shell.account': 'Konto',
  'shell.admin': 'Verwaltung',
  'shell.signOut': 'Abmelden',
  'shell.loading': 'Wird geladen …',
  'shell.language': 'Sprache',
  'shell.theme': 'Darstellung',
  'shell.theme.system': 'Systemdesign',
  'shell.theme.light': 'Helles Design',
  'shell.theme.dark': 'Dunkles Design',
  'shell.menu': 'Menü',
  'shell.dismiss': 'Schließen',
  'shell.terms': 'Nutzungsbedingungen',
  'shell.privacy': 'Datenschutz',
  'shell.imprint': 'Impressum',
  'shell.accessibility': 'Barrierefreiheit',

  'form.problem': 'Bitte prüfen Sie Ihre Eingaben',
  'form.working': 'Es dauert noch einen Moment …',
  'form.username': 'E-Mail-Adresse',
  'form.backToSignIn': 'Zurück zur Anmeldung',

  'signIn.title': 'Anmelden',
  'signIn.lead': 'Willkommen zurück. Melden Sie sich mit Ihrem {portal}-Konto an.',
  'signIn.submit': 'Anmelden',
  'signIn.keep': 'Angemeldet bleiben',
  'signIn.keepHint': 'Nicht an einem Gerät, das Sie mit anderen teilen.',
  'signIn.forgot': 'Passwort vergessen?',
  'signIn.new': 'Noch kein Konto?',
  'signIn.create': 'Konto erstellen',
  'signIn.usernameMissing': 'Geben Sie Ihre E-Mail-Adresse ein.',
  'signIn.passwordMissing': 'Geben Sie Ihr Passwort ein.',
  'signIn.confirmed': 'Ihre E-Mail-Adresse ist bestätigt. Melden Sie sich jetzt an.',
  'signIn.passwordReset': 'Ihr neues Passwort ist gespeichert. Melden Sie sich damit an.',
  'signIn.signedOutHere': 'Sie sind abgemeldet. Bis bald.',
  'signIn.signedOutElsewhere': 'Sie haben sich in einem anderen Tab oder Fenster abgemeldet.',
  'signIn.sessionExpired': 'Ihre Sitzung ist beendet. Melden Sie sich an, um weiterzumachen.',

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
  'failure.details': 'Angaben für den Support',

  'fault.reference': '{message} Referenz: {requestId}',

  'error.incorrectCredentials':
    'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides und versuchen Sie es erneut.',
  'error.userDisabled': 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
  'error.tooManyAttempts':
    'Zu viele falsche Passwörter. Warten Sie einige Minuten und versuchen Sie es erneut.',
  'error.tooManyRequests': 'Im Moment ist viel los. Versuchen Sie es gleich noch einmal.',
  'error.misconfigured': 'Dieses Portal ist nicht richtig eingerichtet. Sagen Sie es dem Support.',
  'error.network':
    'Der Dienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'error.timeout': 'Der Dienst hat zu lange nicht geantwortet. Versuchen Sie es erneut.',
  'error.serviceUnavailable':
    'Der Dienst ist gestört. Versuchen Sie es in einigen Minuten noch einmal.',
  'error.unexpected': 'Es gab einen unerwarteten Fehler. Versuchen Sie es gleich noch einmal.',

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
  'account.retry': 'Erneut versuchen',

  'admin.title': 'Verwaltung',
  'admin.lead': 'Diese Seite ist nur für Mitglieder der Gruppe „admins“, und Sie gehören dazu.',
  'admin.you': 'Angemeldet als',
  'admin.groups': 'Ihre Gruppen',

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

  'fault.missing': '{label}: Diese Angabe fehlt.',
  'fault.email': '{label}: Hier fehlt ein @, wie in name@example.com.',
  'fault.phone': '{label}: Prüfen Sie die Nummer und das Land.',
  'fault.url': '{label}: Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.',
  'fault.number': '{label}: Geben Sie eine ganze Zahl ein.',
  'fault.notAccepted': '{label}: Das wurde nicht angenommen. Prüfen Sie die Angabe.',

  'error.limitExceeded': 'Das waren zu viele Versuche. Warten Sie eine Weile.',
  'error.temporaryPasswordExpired':
    'Ihr vorläufiges Passwort ist abgelaufen. Bitten Sie um ein neues, wo Sie eingeladen wurden.',
  'error.notAllowedNow':
    'Das geht mit Ihrem Konto noch nicht. Wenn Sie eingeladen wurden, melden Sie sich mit dem Passwort an, das Sie erhalten haben.',
  'error.codeMismatch':
    'Der Code stimmt nicht oder gilt nicht mehr. Prüfen Sie ihn, oder senden Sie einen neuen.',
  'error.codeExpired': 'Der Code ist abgelaufen. Senden Sie einen neuen.',
  'error.alreadyConfirmed':
    'Dieses Konto ist schon bestätigt. Melden Sie sich mit Ihrem Passwort an.',
  'error.passwordTooWeak': 'Das Passwort erfüllt die Anforderungen nicht. Wählen Sie ein anderes.',
  'error.passwordUsedBefore': 'Dieses Passwort hatten Sie schon. Wählen Sie ein neues.',
  'error.usernameTaken':
    'Zu dieser E-Mail-Adresse gibt es ein Konto. Melden Sie sich an, oder setzen Sie das Passwort zurück.',
  'error.aliasTaken':
    'Diese E-Mail-Adresse oder Telefonnummer gehört zu einem anderen Konto. Melden Sie sich dort an.',
  'error.signUpClosed':
    'Neue Konten gibt es nur auf Einladung. Bitten Sie die Verwaltung, Sie einzuladen.',
  'error.noRecoveryAddress':
    'Es gibt keine bestätigte Adresse für einen Code. Wenden Sie sich an den Support.',
  'error.codeDeliveryFailed':
    'Der Code konnte nicht gesendet werden. Prüfen Sie die Adresse, oder versuchen Sie es später.',
  'error.invalidInput':
    'Etwas wurde nicht angenommen. Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.',
  'error.challengeExpired':
    'Das hat etwas zu lange gedauert. Gehen Sie zurück und melden Sie sich neu an.',
  'error.nothingToAnswer':
    'Dieser Schritt ist vorbei, vielleicht durch einen anderen Tab. Melden Sie sich neu an.',
  'error.notSignedIn': 'Sie sind nicht mehr angemeldet. Melden Sie sich an, um weiterzumachen.',
  'error.notPermitted': 'Ihr Konto darf das nicht. Bitten Sie die Verwaltung um Zugang.',
  'error.refusedByPool': 'Das wurde nicht erlaubt. Wenden Sie sich an den Support.',
  'error.blocked':
    'Das wurde aus Sicherheitsgründen gesperrt. Versuchen Sie es später oder aus einem anderen Netz.',
}
