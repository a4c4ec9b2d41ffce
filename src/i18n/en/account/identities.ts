export const identities = {
  'identities.title': 'Connected accounts',
  'identities.lead': 'Accounts of other services that you sign in with.',
  'identities.linked': 'What is connected',
  'identities.none': 'Nothing is connected',
  'identities.noneLead': 'You sign in here with this account alone.',
  'identities.since': 'Since {date}',
  'identities.besides': 'You can sign in with these, or with your password here.',
  'identities.instead':
    'You sign in with {provider}. There is no password here to change or to lose.',
  'identities.email':
    'Your name and e-mail address come from {provider}, and are taken over from there each time you sign in.',
} as const
