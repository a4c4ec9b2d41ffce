import type { Part } from '#i18n/messages.ts'

export const ways: Part<'ways'> = {
  'ways.title': 'Anmeldearten',
  'ways.lead': 'Wie Sie zeigen, dass Sie es sind: zweite Faktoren und Passkeys.',
  'ways.second': 'Zweiter Faktor',
  'ways.secondLead':
    'Wird nach Ihrem Passwort verlangt, damit das Passwort allein niemanden hereinlässt.',
  'ways.failed': 'Ihre Anmeldearten konnten nicht geladen werden',
  'ways.on': 'An',
  'ways.setUp': 'Einrichten',
  'ways.turnOn': 'Einschalten',
  'ways.turnOff': 'Ausschalten',
  'ways.replace': 'Ersetzen',
  'ways.toProfile': 'Zu Ihrem Konto',
  'ways.unreachable.EMAIL_OTP': 'Braucht eine bestätigte E-Mail-Adresse',
  'ways.unreachable.SMS_MFA': 'Braucht eine bestätigte Telefonnummer',
  'ways.unreachable.SOFTWARE_TOKEN_MFA': 'Braucht eine App auf Ihrem Telefon',
  'ways.turnedOn': 'Eingeschaltet: {way}.',
  'ways.turnedOff': 'Ausgeschaltet: {way}.',
  'ways.turnOffTitle': 'Das ausschalten?',
  'ways.turnOffLead': 'Danach werden Sie nicht mehr gefragt: {way}.',
  'ways.turnOffLast': 'Danach kommt allein mit Ihrem Passwort herein, wer es kennt.',
  'ways.refused':
    'Das lässt sich nicht ändern: Ihr Konto braucht einen zweiten Faktor, oder dieser ist dafür nicht möglich.',
  'ways.notOffered': 'Das bietet dieses Portal nicht an.',
  'ways.preferred': 'Zuerst gefragt',
  'ways.ask': 'Jedes Mal fragen',
  'ways.setUpTitle': 'Authenticator-App einrichten',
  'ways.setUpLead':
    'Sie sehen gleich einen Schlüssel, den Sie mit einer App auf Ihrem Telefon scannen. Haben Sie schon eine App eingerichtet, tritt die neue an ihre Stelle.',
  'ways.setUpBegin': 'Schlüssel zeigen',
  'ways.passkeys': 'Passkeys',
  'ways.passkeysFailed': 'Ihre Passkeys konnten nicht geladen werden',
  'ways.passkey': 'Ein Passkey',
  'ways.noPasskey': 'Noch kein Passkey',
  'ways.noPasskeyLead':
    'Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Bildschirmsperre an. Nichts zu merken, nichts zu stehlen.',
  'ways.created': 'Hinzugefügt: {date}',
  'ways.delete': 'Löschen',
  'ways.deleteTitle': 'Diesen Passkey löschen?',
  'ways.deleteLead':
    '{passkey} gilt hier dann nicht mehr. Ihr Gerät bietet ihn vielleicht weiter an: Löschen Sie ihn auch dort.',
  'ways.deleteLast':
    'Er ist Ihr letzter Weg hinein. Ohne ihn müssen Sie Ihr Konto wiederherstellen.',
  'ways.passkeyDeleted': 'Der Passkey ist gelöscht.',
  'ways.addPasskey': 'Passkey hinzufügen',
  'ways.passkeyAdded': 'Der Passkey ist hinzugefügt.',
  'ways.cancelled': 'Abgebrochen. Es hat sich nichts geändert.',
  'ways.duplicate': 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
  'ways.unsupported': 'Dieser Browser kann keine Passkeys anlegen.',
  'ways.wrongSite':
    'Passkeys sind für diese Website nicht eingerichtet. Bitten Sie die Hilfe um Unterstützung.',
  'ways.tooMany':
    'Sie haben so viele Passkeys, wie ein Konto haben kann. Löschen Sie zuerst einen.',
  'ways.nudge': 'Sie haben einen einzigen Weg, sich anzumelden',
  'ways.nudgeLead':
    'Wenn Sie ihn verlieren, verlieren Sie vielleicht Ihr Konto. Fügen Sie einen Passkey oder einen zweiten Faktor hinzu.',
  'ways.notNow': 'Jetzt nicht',
}
