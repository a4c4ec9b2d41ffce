/** Every sentence a person reads. `{name}` marks what is filled in. The type of all other locales. */
export const en = {
  'signIn.title': 'Sign in',
} as const
