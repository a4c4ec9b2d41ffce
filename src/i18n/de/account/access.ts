import type { AccountMessages, Part } from '#i18n/messages.ts'

export const access: Part<'access'> & Pick<AccountMessages, 'error.apiForbidden'> = {
  'access.title': 'Zugriff',
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
  'access.apiSaid': 'Der Dienst sagt: {words}',
  'access.apiNothing': 'Der Dienst kennt Sie und hat nichts hinzuzufügen.',

  'access.claims': 'Für den Support',
  'access.claimsLead':
    'Was die Tokens dieser Anmeldung sagen, Wort für Wort. Die Tokens selbst bleiben verborgen.',
  'access.claimsOfId': 'ID-Token: wer Sie sind',
  'access.claimsOfAccess': 'Zugriffstoken: was Sie dürfen',
  'error.apiForbidden':
    'Ihr Konto darf diesen Teil des Dienstes nicht nutzen. Bitten Sie einen Administrator um Zugriff.',
}
