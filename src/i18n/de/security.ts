import type { securityMessages as english } from '#i18n/en/security.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const securityMessages: TranslationOf<typeof english> = {
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
  'security.turnedOn': 'Eingeschaltet: {method}.',
  'security.turnedOff': 'Ausgeschaltet: {method}.',
  'security.turnOffTitle': 'Das ausschalten?',
  'security.turnOffLead': 'Danach werden Sie nicht mehr gefragt: {method}.',
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
  'security.passkeyMfa': 'Allein mit einem Passkey anmelden',
  'security.passkeyMfaOn':
    'Ein Passkey prüft Fingerabdruck, Gesicht oder Bildschirmsperre. Danach werden Sie nach keinem zweiten Faktor gefragt.',
  'security.passkeyMfaOff':
    'Ihre Passkeys ruhen, solange ein zweiter Faktor eingeschaltet ist: Sie melden sich mit Passwort und diesem Faktor an.',
  'security.passkeysPaused':
    'Ihre Passkeys ruhen, solange ein zweiter Faktor eingeschaltet ist: Dieses Portal fragt nach Passwort und diesem Faktor. Schalten Sie den zweiten Faktor aus, um Passkeys wieder zu verwenden.',
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
  'security.addMethod': 'Sie haben einen einzigen Weg, sich anzumelden',
  'security.addMethodLead':
    'Wenn Sie ihn verlieren, verlieren Sie vielleicht Ihr Konto. Fügen Sie einen Passkey oder einen zweiten Faktor hinzu.',
  'security.notNow': 'Jetzt nicht',

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

  'devices.title': 'Geräte',
  'devices.lead': 'Die Geräte, auf denen kein zweiter Faktor verlangt wird.',
  'devices.remembered': 'Gemerkte Geräte',
  'devices.failed': 'Ihre Geräte konnten nicht geladen werden',
  'devices.untracked': 'Dieses Portal merkt sich keine Geräte.',
  'devices.none': 'Kein Gerät ist gemerkt',
  'devices.noneLead': 'Wenn Sie beim Anmelden einem Gerät vertrauen, erscheint es hier.',
  'devices.unnamed': 'Ein Gerät',
  'devices.this': 'Dieses Gerät',
  'devices.seen': 'Zuletzt gesehen: {date} ({relative})',
  'devices.forget': 'Vergessen',
  'devices.forgetAll': 'Alle Geräte vergessen',
  'devices.forgotten': 'Das Gerät ist vergessen.',
  'devices.allForgotten': 'Alle Geräte sind vergessen.',
  'devices.forgetTitle': 'Dieses Gerät vergessen?',
  'devices.forgetAllTitle': 'Alle Geräte vergessen?',
  'devices.forgetLead':
    'Wer sich auf {device} anmeldet, wird wieder nach dem zweiten Faktor gefragt.',
  'devices.forgetAllLead':
    'Wer sich auf einem davon anmeldet, wird wieder nach dem zweiten Faktor gefragt.',
  'devices.forgetThis':
    'Das ist das Gerät, das Sie gerade benutzen: Bald müssen Sie sich hier wieder anmelden.',

  'sessions.title': 'Sitzungen',
  'sessions.lead': 'Wo Sie angemeldet sind und wie Sie das beenden.',
  'sessions.here': 'Diese Sitzung',
  'sessions.all': 'Wo Sie angemeldet sind',
  'sessions.failed': 'Ihre Sitzungen konnten nicht geladen werden',
  'sessions.untracked':
    'Dieses Portal führt keine Liste der Sitzungen. Wenn Sie unsicher sind, wo Sie angemeldet sind, melden Sie sich überall ab.',
  'sessions.this': 'Diese Sitzung',
  'sessions.active': 'Aktiv {when}',
  'sessions.unknown': 'Unbekannter Browser',
  'sessions.end': 'Abmelden',
  'sessions.ended': 'Diese Sitzung ist abgemeldet.',
  'sessions.endOthers': 'Überall sonst abmelden',
  'sessions.othersEnded': 'Alle anderen Sitzungen sind abgemeldet.',
  'sessions.endTitle': 'Diese Sitzung abmelden?',
  'sessions.endOthersTitle': 'Überall sonst abmelden?',
  'sessions.endLead': '{device} wird abgemeldet. Wer es benutzt, muss sich wieder anmelden.',
  'sessions.endOthersLead': 'Jede Sitzung außer dieser wird abgemeldet.',
  'sessions.everywhere': 'Überall abmelden',
  'sessions.everywhereLead':
    'Wenn Sie ein Gerät verloren haben oder eine fremde Sitzung sehen, beenden Sie alle und ändern Sie dann Ihr Passwort.',
  'sessions.signOutEverywhere': 'Überall abmelden',
  'sessions.everywhereTitle': 'Überall abmelden?',
  'sessions.everywhereConfirm':
    'Jede Sitzung endet, auch diese. Sie müssen sich hier wieder anmelden.',

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
  'stepUp.elsewhere':
    'Ohne Passwort angemeldet? Melden Sie sich ab und wieder an und versuchen Sie es noch einmal.',
}
