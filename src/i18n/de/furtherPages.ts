import type { furtherPageMessages as english } from '#i18n/en/furtherPages.ts'
import type { TranslationOf } from '#i18n/messageTypes.ts'

export const furtherPageMessages: TranslationOf<typeof english> = {
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

  'account.noGroups': 'Sie sind in keiner Gruppe.',
  'account.signedInAt': 'Angemeldet seit',
  'account.endsAt': 'Angemeldet bis',
  'account.endsOpen': 'Bis Sie sich abmelden',
  'account.when': '{date} ({relative})',

  'identities.lead': 'Konten anderer Dienste, mit denen Sie sich anmelden.',
  'identities.linked': 'Was verbunden ist',
  'identities.none': 'Nichts ist verbunden',
  'identities.noneLead': 'Sie melden sich hier nur mit diesem Konto an.',
  'identities.since': 'Seit {date}',
  'identities.besides': 'Sie können sich damit oder mit Ihrem Passwort hier anmelden.',
  'identities.instead':
    'Sie melden sich mit {provider} an. Hier gibt es kein Passwort, das zu ändern oder zu verlieren wäre.',
  'identities.email':
    'Ihr Name und Ihre E-Mail-Adresse kommen von {provider} und werden bei jeder Anmeldung von dort übernommen.',

  'access.lead': 'Was Sie hier dürfen und warum.',
  'access.failed': 'Ihr Zugriff konnte nicht gelesen werden',

  'access.signIn': 'Ihre Anmeldung',
  'access.provider': 'Angemeldet mit',
  'access.means': 'Nachgewiesen durch',
  'access.means.pwd': 'Passwort',
  'access.means.otp': 'Einmalcode',
  'access.means.sms': 'SMS',
  'access.means.email_otp': 'Code per E-Mail',
  'access.means.hwk': 'Sicherheitsschlüssel',
  'access.means.swk': 'Passkey',
  'access.means.fed': 'Verbundenes Konto',
  'access.means.user': 'Anwesenheit',
  'access.means.mfa': 'Mehrere Schritte',
  'access.level': 'Stufe',
  'access.accessToken': 'Zugriffstoken gilt',
  'access.idToken': 'ID-Token gilt',
  'access.lasts': '{duration}, danach wird es von selbst erneuert',
  'access.scopes': 'Dieses Portal darf',
  'access.scope.admin': 'Ihr Konto verwalten',
  'access.scope.openid': 'wissen, dass Sie es sind',
  'access.scope.email': 'Ihre E-Mail-Adresse sehen',
  'access.scope.phone': 'Ihre Telefonnummer sehen',
  'access.scope.profile': 'Ihre Angaben sehen',

  'access.groups': 'Ihre Gruppen',
  'access.role': 'AWS-Rolle',
  'access.roles': 'AWS-Rollen zur Auswahl',
  'access.renewLead':
    'Eine Gruppe, in die Sie eben erst aufgenommen wurden, erscheint nach einer Erneuerung.',
  'access.renew': 'Jetzt erneuern',
  'access.renewed': 'Erneuert. So ist der Stand jetzt.',

  'access.api': 'Was der Dienst sagt',
  'access.apiLead': 'Wie der Dienst hinter {portal} Sie sieht.',
  'access.apiFailed': 'Der Dienst konnte nicht gefragt werden',
  'access.apiForbidden': 'Der Dienst lässt Sie nicht ein',
  'access.apiUnknown': 'Der Dienst erkennt Ihre Anmeldung nicht an',
  'access.apiUnknownText':
    'Melden Sie sich ab und wieder an. Wenn das nicht hilft, sagen Sie es dem Support.',
  'access.apiScopes': 'Ihre Anmeldung bräuchte: {scopes}.',
  'access.apiSaid': 'Der Dienst sagt: {message}',
  'access.apiNothing': 'Der Dienst kennt Sie und hat nichts hinzuzufügen.',

  'access.claims': 'Für den Support',
  'access.claimsLead':
    'Was die Tokens dieser Anmeldung sagen, Wort für Wort. Die Tokens selbst bleiben verborgen.',
  'access.claimsOfId': 'ID-Token: wer Sie sind',
  'access.claimsOfAccess': 'Zugriffstoken: was Sie dürfen',

  'data.lead': 'Nehmen Sie eine Kopie Ihres Kontos mit oder löschen Sie es.',

  'data.copy': 'Eine Kopie Ihrer Daten',
  'data.copyLead': 'Eine Datei mit allem, was {portal} von Ihrem Konto sehen kann:',
  'data.copyKeys':
    'Weder ein Passwort noch ein Schlüssel ist darin. Jeder Texteditor öffnet sie (JSON).',
  'data.part.details': 'Ihre Angaben',
  'data.part.waysToSignIn': 'Ihre Anmeldearten',
  'data.part.devices': 'Ihre gemerkten Geräte',
  'data.part.passkeys': 'Ihre Passkeys',
  'data.part.sessions': 'Ihre Sitzungen',
  'data.part.groupsAndClaims': 'Ihre Gruppen und was Ihre Anmeldung über Sie sagt',
  'data.download': 'Daten herunterladen',
  'data.saved': 'Gespeichert als {file}.',
  'data.failed': 'Ihre Daten konnten nicht gelesen werden',
  'data.incomplete': 'Die Datei ist nicht vollständig',
  'data.notRead':
    'Es fehlt: {parts}. Warum, steht in der Datei. Sie können sie noch einmal herunterladen.',
  'data.notUsed': 'Dieser Dienst verwendet das nicht.',

  'data.delete': 'Konto löschen',
  'data.deleteLead':
    'Das kann niemand rückgängig machen. Sie verlieren, sofort und auf jedem Gerät:',
  'data.lose.details': 'Ihre Angaben und alles, womit Sie sich anmelden: Passwort, Passkeys, Codes',
  'data.lose.sessions': 'jede Sitzung und die gemerkten Geräte',
  'data.lose.groups': 'Ihre Gruppen und was diese Sie sehen lassen',
  'data.again': 'Ein neues Konto mit derselben Adresse würde ganz von vorn beginnen.',
  'data.elsewhere':
    'Was andere Dienste über Sie gespeichert haben, wird hier nicht gelöscht. Fragen Sie dort nach.',
  'data.begin': 'Konto löschen …',
  'data.sure': 'Ihr Konto endgültig löschen?',
  'data.sureLead': 'Das Konto {name} ist dann weg, und niemand kann es zurückholen.',
  'data.sureCopy': 'Vielleicht möchten Sie vorher eine Kopie.',
  'data.confirm': 'Geben Sie zur Bestätigung {name} ein',
  'data.mismatch': 'Das ist nicht {name}. Geben Sie es genau so ein.',
  'data.keep': 'Konto behalten',
  'data.deleteNow': 'Endgültig löschen',

  'admin.title': 'Verwaltung',
  'admin.lead': 'Diese Seite ist nur für Mitglieder der Gruppe „admins“, und Sie gehören dazu.',
  'admin.you': 'Angemeldet als',
  'admin.groups': 'Ihre Gruppen',
  'admin.action': 'Eine heikle Aktion',
  'admin.actionLead':
    'Sie fragt nach Ihrem Passwort, wenn Ihre Anmeldung länger her ist, und macht dann weiter.',
  'admin.act': 'Ausführen',
  'admin.acted': 'Fertig. Sie haben gezeigt, dass Sie es sind.',
}
