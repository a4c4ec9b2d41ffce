/** The challenges between the username and being signed in. */
export const challengeMessages = {
  'method.other': 'Use another way',
  'method.PASSWORD': 'Password',
  'method.PASSWORD.hint': 'The one you chose for this account',
  'method.WEB_AUTHN': 'Passkey',
  'method.WEB_AUTHN.hint': 'Your fingerprint, face, screen lock or security key',
  'method.EMAIL_OTP': 'Code by e-mail',
  'method.EMAIL_OTP.hint': 'Sent to the address of your account',
  'method.SMS_OTP': 'Code by text message',
  'method.SMS_OTP.hint': 'Sent to the phone of your account',
  'method.SMS_MFA': 'Code by text message',
  'method.SMS_MFA.hint': 'Sent to the phone of your account',
  'method.SOFTWARE_TOKEN_MFA': 'Authenticator app',
  'method.SOFTWARE_TOKEN_MFA.hint': 'A code from the app on your phone',

  'totp.title': 'Enter the code from your app',
  'totp.lead': 'Open your authenticator app and type the six digits it shows for {portal}.',
  'totp.leadDevice':
    'Open the authenticator app on “{device}” and type the six digits it shows for {portal}.',
  'totp.submit': 'Continue',
  'totp.help':
    'The code changes every 30 seconds. If none is taken, check that the clock of your phone is right.',
  'totp.wrong': 'That code is not right. Type the one your app shows now.',

  'sentCode.title': 'Check your messages',
  'sentCode.submit': 'Continue',

  'askPassword.title': 'Enter your password',
  'askPassword.lead': 'You are signing in as {username}.',
  'askPassword.submit': 'Sign in',
  'askPassword.wrong': 'That password is not right. Check it and try again.',

  'choose.title': 'How do you want to sign in?',
  'choose.titleSecond': 'Choose your second step',
  'choose.lead': 'You are signing in as {username}.',
  'choose.titleSetUp': 'Protect your account',
  'choose.leadSetUp': 'A second step is needed from now on. Choose the one that suits you.',

  'setUp.title': 'Set up your authenticator app',
  'setUp.lead': 'A second step is needed from now on: a code from an app on your phone.',
  'setUp.scan': 'Scan this with the password app of your phone, or with any authenticator app.',
  'setUp.qr': 'QR code that holds the key below',
  'setUp.open': 'Open in an app on this device',
  'setUp.cannotScan': 'Cannot scan? Type this key into the app',
  'setUp.copy': 'Copy the key',
  'setUp.copied': 'Copied',
  'setUp.copyFailed': 'Your browser did not let us copy. Select the key and copy it yourself.',
  'setUp.code': 'Code from the app',
  'setUp.name': 'Name of this device (optional)',
  'setUp.nameHint': 'To tell it from others later, like “My phone”.',
  'setUp.submit': 'Turn on and continue',
  'setUp.startedAgain':
    'That took a little too long, so there is a new key. Remove the old entry and scan this one.',

  'setUpEmail.title': 'Add your e-mail address',
  'setUpEmail.lead': 'A second step is needed from now on: a code that we send to this address.',
  'setUpEmail.submit': 'Send code',

  'passkey.title': 'Use your passkey',
  'passkey.lead': 'Your device asks for your fingerprint, face or screen lock.',
  'passkey.submit': 'Use passkey',
  'passkey.cancelled': 'Cancelled. Nothing has changed: try again, or use another way.',
  'passkey.unsupported': 'This browser cannot use passkeys. Use another way.',
  'passkey.wrongSite':
    'Passkeys do not work at this address. Use another way, and tell your support desk about it.',
  'passkey.refused': 'That passkey was not accepted. Try again, or use another way.',
  'passkey.startedAgain': 'That took a little too long. Use your passkey once more.',

  'custom.title': 'One more question',
  'custom.lead': 'You are signing in as {username}.',
  'custom.answer': 'Answer',
  'custom.submit': 'Continue',
  'custom.missing': 'Type your answer.',
  'custom.wrong': 'That was not the right answer. Try again.',

  'trust.title': 'Trust this device?',
  'trust.lead': 'Next time, your password is enough here. Say no on a device that others use.',
  'trust.yes': 'Yes, trust it',
  'trust.no': 'Not now',

  'mailLink.confirmTitle': 'Confirm your e-mail address',
  'mailLink.confirmLead': 'This finishes the account of {username}.',
  'mailLink.confirm': 'Confirm',
  'mailLink.incomplete':
    'This link is not complete. Open it from the mail again, or copy all of it.',
  'mailLink.anew': 'Sign in to get a new code',
  'mailLink.resetLead': 'For the account of {username}. The code came with the link.',

  'magicLink.title': 'Open the link in your mail',
  'magicLink.lead': 'We sent a link to {destination}.',
  'magicLink.stay': 'Open it in this browser: this page then goes on by itself.',
  'magicLink.followTitle': 'Sign in by link',
  'magicLink.followLead': 'You opened a link from a mail. Go on to sign in with it.',
  'magicLink.follow': 'Sign in',
  'magicLink.done': 'Done. You can go on in the tab where you began.',
  'magicLink.elsewhere':
    'Nobody waits for this link here. Open it in the browser where you began to sign in, or begin again.',

  'callback.title': 'Signing you in',
  'callback.lead': 'One moment, please.',
  'callback.failed': 'That did not work',
} as const
