import type { Part } from '#i18n/messages.ts'

export const identities: Part<'identities'> = {
  'identities.title': 'Verbundene Konten',
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
}
