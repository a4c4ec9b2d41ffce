/** What the first page needs, and what must be sayable when nothing more can be loaded. */
export const front = {
  'document.title': '{page} – {portal}',
  'document.failed': 'Error: {title}',

  'shell.skip': 'Skip to the main content',
  'shell.support': 'Get help',
  'shell.language': 'Language',
  'shell.theme': 'Appearance',
  'shell.theme.system': 'System theme',
  'shell.theme.light': 'Light theme',
  'shell.theme.dark': 'Dark theme',
  'shell.dismiss': 'Dismiss',
  'shell.terms': 'Terms of use',
  'shell.privacy': 'Privacy',
  'shell.imprint': 'Imprint',
  'shell.accessibility': 'Accessibility',

  'form.problem': 'There is a problem',
  'form.working': 'Still working on it…',
  'form.username': 'E-mail address',

  'signIn.title': 'Sign in',
  'signIn.lead': 'Welcome back. Use your {portal} account.',
  'signIn.submit': 'Sign in',
  'signIn.continue': 'Continue',
  'signIn.keep': 'Keep me signed in',
  'signIn.keepHint': 'Not on a computer you share with others.',
  'signIn.forgot': 'Forgot password?',
  'signIn.new': 'New here?',
  'signIn.create': 'Create an account',
  'signIn.usernameMissing': 'Enter your e-mail address.',
  'signIn.passwordMissing': 'Enter your password.',

  'password.label': 'Password',
  'password.show': 'Show password',
  'password.hide': 'Hide password',
  'password.shown': 'Your password is visible.',
  'password.hidden': 'Your password is hidden.',
  'password.capsLock': 'Caps Lock is on.',

  'failure.title': 'Something went wrong',
  'failure.lead': 'It was not your doing. Try again, or go back to the start page.',
  'failure.retry': 'Try again',
  'failure.home': 'Go to the start page',
  'failure.details': 'Details for your support desk',

  'fault.reference': '{message} Reference: {requestId}',

  'error.incorrectCredentials':
    'That e-mail address or password is not right. Check both and try again.',
  'error.network': 'The service cannot be reached. Check your connection and try again.',
  'error.unexpected': 'Something unexpected happened. Try again in a moment.',
} as const
