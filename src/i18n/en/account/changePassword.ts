export const changePassword = {
  'changePassword.title': 'Password',
  'changePassword.lead': 'Choose another password, and decide where you stay signed in.',
  'changePassword.card': 'Change your password',
  'changePassword.failed': 'Your account could not be loaded',
  'changePassword.current': 'Current password',
  'changePassword.submit': 'Change password',
  'changePassword.changed': 'Your password is changed.',
  'changePassword.none':
    'You sign in without a password so far. Choose one if you like; your other ways go on working.',
  'changePassword.declined': 'Nothing has changed, since you have not shown that it is you.',
  'changePassword.elsewhere':
    'You sign in with an account of another service, and have no password here.',
  'changePassword.elsewhereLead':
    'Whoever was signed in with the old password still is. If you changed it because somebody else may know it, sign out everywhere else.',
  'changePassword.secondTitle': 'Go on here',
} as const
