import type { Part } from '#i18n/messages.ts'

export const data: Part<'data'> = {
  'data.title': 'Ihre Daten',
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
}
