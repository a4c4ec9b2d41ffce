import type { Part } from '#i18n/messages.ts'

export const sessions: Part<'sessions'> = {
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
}
