/** The shell, the sign-in page, and errors that must be shown when nothing more can be loaded. In the page's bundle. */
export const signInMessages = {
  'document.title': '{page} – {portal}',
  'document.failed': 'Error: {title}',

  'shell.skip': 'Skip to the main content',
  'shell.support': 'Get help',
  'shell.language': 'Language',
  'shell.theme': 'Appearance',
  'shell.theme.system': 'System theme',
  'shell.theme.light': 'Light theme',
  'shell.theme.dark': 'Dark theme',
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
  'signIn.losesSessions':
    'This browser does not let the site keep you signed in. You will be signed out when you close or reload this page.',
  'signIn.forgot': 'Forgot password?',
  'signIn.new': 'New here?',
  'signIn.create': 'Create an account',
  'signIn.usernameMissing': 'Enter your e-mail address.',
  'signIn.passwordMissing': 'Enter your password.',
  'signIn.confirmed': 'Your e-mail address is confirmed. Sign in to continue.',
  'signIn.passwordReset': 'Your new password is saved. Sign in with it.',
  'signIn.signedOutHere': 'You have signed out. See you soon.',
  'signIn.revocationPending':
    'The service cannot be reached right now. As soon as it can, your session will be ended there, too.',
  'signIn.signedOutElsewhere': 'You signed out in another tab or window.',
  'signIn.interrupted': 'Your sign-in was not finished. Please start again.',
  'signIn.accountDeleted': 'Your account has been deleted.',
  'signIn.sessionExpired': 'Your session has ended. Sign in again to carry on.',
  'signIn.idle': 'You were signed out because you were away.',
  'signIn.sessionLimit':
    'You have been signed in for as long as is allowed here. Sign in again to carry on.',
  'signIn.revoked': 'You were signed out from another device, or by an administrator.',

  'providers.or': 'or',
  'providers.with': 'Continue with {provider}',

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
  'failure.missing': 'This page could not be loaded',
  'failure.details': 'Details for your support desk',

  'fault.reference': '{message} Reference: {requestId}',

  'error.incorrectCredentials':
    'That e-mail address or password is not right. Check both and try again.',
  'error.notLoaded':
    'A part of this page has not arrived. Check your connection, then load the page again.',
  'error.network': 'The service cannot be reached. Check your connection and try again.',
  'error.unexpected': 'Something unexpected happened. Try again in a moment.',
} as const
