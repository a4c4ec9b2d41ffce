import type { Part } from '#i18n/messages.ts'

export const ways: Part<'security'> = {
  'security.title': 'Anmeldearten',
  'security.lead': 'Wie Sie zeigen, dass Sie es sind: zweite Faktoren und Passkeys.',
  'security.second': 'Zweiter Faktor',
  'security.secondLead':
    'Wird nach Ihrem Passwort verlangt, damit das Passwort allein niemanden hereinlässt.',
  'security.failed': 'Ihre Anmeldearten konnten nicht geladen werden',
  'security.on': 'An',
  'security.setUp': 'Einrichten',
  'security.turnOn': 'Einschalten',
  'security.turnOff': 'Ausschalten',
  'security.replace': 'Ersetzen',
  'security.toProfile': 'Zu Ihrem Konto',
  'security.unreachable.EMAIL_OTP': 'Braucht eine bestätigte E-Mail-Adresse',
  'security.unreachable.SMS_MFA': 'Braucht eine bestätigte Telefonnummer',
  'security.unreachable.SOFTWARE_TOKEN_MFA': 'Braucht eine App auf Ihrem Telefon',
  'security.turnedOn': 'Eingeschaltet: {way}.',
  'security.turnedOff': 'Ausgeschaltet: {way}.',
  'security.turnOffTitle': 'Das ausschalten?',
  'security.turnOffLead': 'Danach werden Sie nicht mehr gefragt: {way}.',
  'security.turnOffLast': 'Danach kommt allein mit Ihrem Passwort herein, wer es kennt.',
  'security.refused':
    'Das lässt sich nicht ändern: Ihr Konto braucht einen zweiten Faktor, oder dieser ist dafür nicht möglich.',
  'security.notOffered': 'Das bietet dieses Portal nicht an.',
  'security.preferred': 'Zuerst gefragt',
  'security.ask': 'Jedes Mal fragen',
  'security.setUpTitle': 'Authenticator-App einrichten',
  'security.setUpLead':
    'Sie sehen gleich einen Schlüssel, den Sie mit einer App auf Ihrem Telefon scannen. Haben Sie schon eine App eingerichtet, tritt die neue an ihre Stelle.',
  'security.setUpBegin': 'Schlüssel zeigen',
  'security.passkeys': 'Passkeys',
  'security.passkeysFailed': 'Ihre Passkeys konnten nicht geladen werden',
  'security.passkey': 'Ein Passkey',
  'security.noPasskey': 'Noch kein Passkey',
  'security.noPasskeyLead':
    'Mit einem Passkey melden Sie sich per Fingerabdruck, Gesicht oder Bildschirmsperre an. Nichts zu merken, nichts zu stehlen.',
  'security.created': 'Hinzugefügt: {date}',
  'security.delete': 'Löschen',
  'security.deleteTitle': 'Diesen Passkey löschen?',
  'security.deleteLead':
    '{passkey} gilt hier dann nicht mehr. Ihr Gerät bietet ihn vielleicht weiter an: Löschen Sie ihn auch dort.',
  'security.deleteLast':
    'Er ist Ihr letzter Weg hinein. Ohne ihn müssen Sie Ihr Konto wiederherstellen.',
  'security.passkeyDeleted': 'Der Passkey ist gelöscht.',
  'security.addPasskey': 'Passkey hinzufügen',
  'security.passkeyAdded': 'Der Passkey ist hinzugefügt.',
  'security.cancelled': 'Abgebrochen. Es hat sich nichts geändert.',
  'security.duplicate': 'Dieses Gerät hat schon einen Passkey für Ihr Konto.',
  'security.unsupported': 'Dieser Browser kann keine Passkeys anlegen.',
  'security.wrongSite':
    'Passkeys sind für diese Website nicht eingerichtet. Bitten Sie die Hilfe um Unterstützung.',
  'security.tooMany':
    'Sie haben so viele Passkeys, wie ein Konto haben kann. Löschen Sie zuerst einen.',
  'security.nudge': 'Sie haben einen einzigen Weg, sich anzumelden',
  'security.nudgeLead':
    'Wenn Sie ihn verlieren, verlieren Sie vielleicht Ihr Konto. Fügen Sie einen Passkey oder einen zweiten Faktor hinzu.',
  'security.notNow': 'Jetzt nicht',
}
