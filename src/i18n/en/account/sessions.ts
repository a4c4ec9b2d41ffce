export const sessions = {
  'sessions.title': 'Sessions',
  'sessions.lead': 'Where you are signed in, and how to end it.',
  'sessions.here': 'This session',
  'sessions.all': 'Where you are signed in',
  'sessions.failed': 'Your sessions could not be loaded',
  'sessions.untracked':
    'This portal keeps no list of sessions. If you are unsure where you are signed in, sign out everywhere.',
  'sessions.this': 'This session',
  'sessions.active': 'Active {when}',
  'sessions.unknown': 'Unknown browser',
  'sessions.end': 'Sign out',
  'sessions.ended': 'That session is signed out.',
  'sessions.endOthers': 'Sign out everywhere else',
  'sessions.othersEnded': 'Every other session is signed out.',
  'sessions.endTitle': 'Sign out this session?',
  'sessions.endOthersTitle': 'Sign out everywhere else?',
  'sessions.endLead': '{device} is signed out. Whoever uses it has to sign in again.',
  'sessions.endOthersLead': 'Every session but this one is signed out.',
  'sessions.everywhere': 'Sign out everywhere',
  'sessions.everywhereLead':
    'If you have lost a device, or see a session that is not yours, end them all, and then change your password.',
  'sessions.signOutEverywhere': 'Sign out everywhere',
  'sessions.everywhereTitle': 'Sign out everywhere?',
  'sessions.everywhereConfirm':
    'Every session ends, this one too. You will have to sign in again here.',
} as const
