export const data = {
  'data.title': 'Your data',
  'data.lead': 'Take a copy of your account with you, or delete it.',
} as const
