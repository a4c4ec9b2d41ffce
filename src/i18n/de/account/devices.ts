import type { Part } from '#i18n/messages.ts'

export const devices: Part<'devices'> = {
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
}
