import type { errorMessages as english } from '#i18n/en/errors.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const errorMessages: TranslationOf<typeof english> = {
  'fault.missing': '{label}: Diese Angabe fehlt.',
  'fault.email': '{label}: Hier fehlt ein @, wie in name@example.com.',
  'fault.phone': '{label}: Prüfen Sie die Nummer und das Land.',
  'fault.url': '{label}: Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.',
  'fault.number': '{label}: Geben Sie eine ganze Zahl ein.',
  'fault.notAccepted': '{label}: Das wurde nicht angenommen. Prüfen Sie die Angabe.',
  'error.serviceUnavailable':
    'Der Dienst ist gestört. Versuchen Sie es in einigen Minuten noch einmal.',
  'error.timeout': 'Der Dienst hat zu lange nicht geantwortet. Versuchen Sie es erneut.',
  'error.misconfigured': 'Dieses Portal ist nicht richtig eingerichtet. Sagen Sie es dem Support.',
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
  'error.passwordCompromised':
    'Dieses Passwort ist aus einem Datenleck bekannt. Wählen Sie eines, das Sie sonst nirgends verwenden.',
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
  'error.tooLong': 'Das ist zu lang. Kürzen Sie es und versuchen Sie es noch einmal.',
  'error.challengeExpired':
    'Das hat etwas zu lange gedauert. Gehen Sie zurück und melden Sie sich neu an.',
  'error.federationDenied':
    'Sie haben sich dort nicht angemeldet, also hat sich hier nichts geändert. Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
  'error.federationFailed':
    'Der andere Dienst konnte Sie nicht anmelden. Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
  'error.storageBlocked':
    'Ihr Browser lässt diese Seite keine Daten speichern, was für diese Anmeldung nötig ist. Erlauben Sie es, oder melden Sie sich anders an.',
  'error.unsupportedBrowser':
    'Ihrem Browser fehlt etwas, das hierfür nötig ist, oder er blockiert es. Aktualisieren Sie ihn oder nehmen Sie einen anderen.',
  'error.startedAgain':
    'Das hat etwas zu lange gedauert, deshalb beginnt dieser Schritt von vorn. Verwenden Sie den neuesten Code.',
  'error.deviceForgotten':
    'Dieses Gerät ist nicht mehr gemerkt, daher beginnt dieser Schritt von vorn. Nehmen Sie den neuesten Code.',
  'error.codeUsed':
    'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten und geben Sie den ein.',
  'error.recentSignInRequired':
    'Bestätigen Sie, dass Sie es sind, und versuchen Sie es noch einmal. Noch ist nichts geändert.',
  'error.mayHaveWorked':
    'Ihr letzter Versuch hat vielleicht geklappt, nur kam die Antwort nicht an. Melden Sie sich an, um es zu sehen, oder senden Sie einen neuen Code.',
  'error.levelNotReached':
    'Dafür ist eine stärkere Anmeldung nötig als die, die Sie gerade gemacht haben. Wenden Sie sich an den Support.',
  'error.nothingToAnswer':
    'Dieser Schritt ist vorbei, vielleicht durch einen anderen Tab. Melden Sie sich neu an.',
  'error.notSignedIn': 'Sie sind nicht mehr angemeldet. Melden Sie sich an, um weiterzumachen.',
  'error.gone': 'Das gibt es nicht mehr. Laden Sie die Seite neu, um den heutigen Stand zu sehen.',
  'error.passkeyNotAccepted':
    'Diese Art Passkey lässt sich hier nicht verwenden. Versuchen Sie ein anderes Gerät oder einen anderen Passwort-Manager.',
  'error.notPermitted': 'Ihr Konto darf das nicht. Bitten Sie die Verwaltung um Zugang.',
  'error.insufficientScope':
    'Sie sind angemeldet, dürfen mit dieser Anmeldung aber Ihr Konto nicht verwalten. Sagen Sie dem Support, dass der Scope aws.cognito.signin.user.admin fehlt.',
  'error.refusedByPool': 'Das wurde nicht erlaubt. Wenden Sie sich an den Support.',
  'error.blocked':
    'Das wurde aus Sicherheitsgründen gesperrt. Versuchen Sie es später oder aus einem anderen Netz.',
  'error.userDisabled': 'Dieses Konto ist gesperrt. Wenden Sie sich an den Support.',
  'error.tooManyRequests': 'Im Moment ist viel los. Versuchen Sie es gleich noch einmal.',
  'error.tooManyAttempts':
    'Zu viele falsche Passwörter. Warten Sie einige Minuten und versuchen Sie es erneut.',
}
