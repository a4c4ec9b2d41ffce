export const sessions = {
  'sessions.title': 'Sessions',
  'sessions.lead': 'Where you are signed in, and how to end it.',
} as const
