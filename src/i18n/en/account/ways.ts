export const ways = {
  'ways.title': 'Ways to sign in',
  'ways.lead': 'How you show that it is you: second factors and passkeys.',
} as const
