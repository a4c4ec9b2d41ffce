export const changePassword = {
  'changePassword.title': 'Password',
  'changePassword.lead': 'Choose another password, and decide where you stay signed in.',
} as const
