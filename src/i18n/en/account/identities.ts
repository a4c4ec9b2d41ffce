export const identities = {
  'identities.title': 'Connected accounts',
  'identities.lead': 'Accounts of other services that you sign in with.',
} as const
