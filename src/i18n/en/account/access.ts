export const access = {
  'access.title': 'Access',
  'access.lead': 'What you may do here, and why.',
} as const
